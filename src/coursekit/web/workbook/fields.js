import { actorsField } from "./fields/actors.js";
import { budgetField } from "./fields/budget.js";
import { calendarField } from "./fields/calendar.js";
import { checklistField } from "./fields/checklist.js";
import { choiceField } from "./fields/choice.js";
import { choicesField } from "./fields/choices.js";
import { consentField } from "./fields/consent.js";
import { correctionField } from "./fields/correction.js";
import { dateField } from "./fields/date.js";
import { gridField } from "./fields/grid.js";
import { longTextField } from "./fields/long-text.js";
import { messageField } from "./fields/message.js";
import { numberField } from "./fields/number.js";
import { orderField } from "./fields/order.js";
import { ratingField } from "./fields/rating.js";
import { tableField } from "./fields/table.js";
import { textField } from "./fields/text.js";

/**
 * What learners fill in, by its kind. `draw(field, answer, context, changed)` gives {el, read}, `blocks` an
 * answer for documents, `isEmpty` whether there is one, and `remarks`, where a kind has it, what a friendly
 * colleague would still ask. `merge` puts two answers together, `both` two parts that differ, `sayPart` says what such
 * a part is, where the usual ways will not do. An answer of an old or foreign shape counts as empty and never throws.
 */
export const FIELDS = {
  text: textField,
  "long-text": longTextField,
  choice: choiceField,
  choices: choicesField,
  number: numberField,
  date: dateField,
  table: tableField,
  checklist: checklistField,
  rating: ratingField,
  order: orderField,
  actors: actorsField,
  grid: gridField,
  calendar: calendarField,
  budget: budgetField,
  consent: consentField,
  message: messageField,
  correction: correctionField,
};

/** A kind that comes from elsewhere, because few exercises have it. */
export function addKind(name, kind) {
  FIELDS[name] = kind;
}
