import { pageDoneFields, quizFields, quizSetFields } from "./fields.js";
import { mount } from "./mount.js";
import { renderPageDone } from "./page-done.js";
import { renderQuiz } from "./quiz.js";
import { renderQuizSet } from "./quiz-set.js";

mount({
  quiz: { render: renderQuiz, fields: quizFields },
  "quiz-set": { render: renderQuizSet, fields: quizSetFields },
  "page-done": { render: renderPageDone, fields: pageDoneFields },
});
