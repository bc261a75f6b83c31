import { composedBlocks, drawComposed, hasNoParts, remarksOnParts, sayOfField, writtenParts } from "../composed.js";

const BEGINS_WITH_NUMBER = /^[^\p{L}\p{N}]*\p{N}/u;
const HAS_NUMBER = /\p{N}/u;

export const messageField = {
  draw: (field, answer, context) => drawComposed(field, answer, context),

  isEmpty: hasNoParts,

  blocks: composedBlocks,

  remarks(field, answer, labels) {
    const texts = Object.fromEntries(writtenParts(field, answer).map(({ id, text }) => [id, text]));
    const own = [
      texts.fact && !HAS_NUMBER.test(texts.fact) && labels.wbFactNoNumber,
      texts.value && BEGINS_WITH_NUMBER.test(texts.value) && labels.wbValueNumber,
    ];
    return [...remarksOnParts(field, answer, labels), ...sayOfField(field, own, labels)];
  },
};
