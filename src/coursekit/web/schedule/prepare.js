/** What has to be there, and who sees to it until when. */
import { fill } from "../dom.js";

/** Days before a session. */
const FIND = -28;
const INVITE = -21;
const SEND = -7;
const DAY_BEFORE = -1;

/** The parts that a session has, each once. */
export function partsIn({ items }) {
  return [...new Set(items.map(({ unit }) => unit).filter(Boolean))];
}

/** What a session needs, from the data of its exercises, in words. */
export function materialsFor(session, { people, room }, labels) {
  const exercises = partsIn(session).filter(({ material }) => material);
  const own = exercises.flatMap((part) => exerciseMaterials(part, people, labels));
  return [labels.schScreen, ...(exercises.length > 0 || room === "online" ? [labels[`schRoom-${room}`]] : []), ...own];
}

function exerciseMaterials({ title, material, before }, people, labels) {
  const { cards, roles, dots } = material;
  return [
    roles > 0 && fill(labels.schGroups, { title, n: groupsOf(people, roles), m: roles }),
    cards.length > 0 && fill(labels.schCards, { cards: cards.join("; ") }),
    roles > 0 && fill(labels.schRoles, { n: roles }),
    dots > 0 && fill(labels.schBoard, { n: dots }),
    ...before.map((text) => `${title}: ${text}`),
  ].filter(Boolean);
}

/** As many groups as have about a person for each role. */
export function groupsOf(people, roles) {
  return Math.max(1, Math.round(people / roles));
}

/** What to do before a session: {days, who, text}, the earliest first. */
export function preparationsFor(session, modules, { guest, read }, labels) {
  const parts = partsIn(session);
  const topics = modules.filter(({ id }) => parts.some(({ topic }) => topic === id));
  const found = [
    ...parts.flatMap((part) => outsiders(part, guest, topics, labels)),
    ...topics.flatMap((one) => workBefore(one, read, labels)),
    trainer(SEND, fill(labels.schPrintTask, { materials: labels.schMaterials })),
    ...parts.filter(({ material }) => !material).flatMap(({ before }) => before.map((text) => bring(text, labels))),
    trainer(DAY_BEFORE, labels.schArrange),
  ];
  return found.sort((a, b) => a.days - b.days);
}

function trainer(days, text) {
  return { days, who: "schTrainer", text };
}

function bring(text, labels) {
  return trainer(SEND, fill(labels.schBring, { text }));
}

function outsiders({ kind, material, title, topic }, hasGuest, topics, labels) {
  const module = topics.find(({ id }) => id === topic).title;
  if (kind === "guest" && hasGuest) return [trainer(INVITE, fill(labels.schInvite, { title: module }))];
  if (!material?.invited.length) return [];
  return [trainer(FIND, fill(labels.schFind, { title, roles: material.invited.join(", ") }))];
}

/** A module that goes on in a second meeting has its work before the first: `isFirst` says so. */
function workBefore({ title, alone, lecture, isFirst }, read, labels) {
  if (!isFirst) return [];
  const does = [
    alone && fill(labels.schDo, { title: alone.title, n: alone.minutes }),
    read && lecture && fill(labels.schReadTask, { title, n: lecture }),
  ].filter(Boolean);
  if (does.length === 0) return [];
  return [trainer(SEND, fill(labels.schSend, { title })), ...does.map((text) => ({ days: DAY_BEFORE, who: "schParticipants", text }))];
}
