import { readCompact } from "./compact.js";
import { isDay } from "../moments.js";
import { isHours, isModules, isPlain, isSerial, LEVELS } from "./fields.js";

/** A credential of Open Badges 3.0, as a compact JWS whose payload is the credential. */

const FIRST_CONTEXT = "https://www.w3.org/ns/credentials/v2";
const BADGE_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d{1,2})?\.json$/;
const BADGES = ["OpenBadgeCredential", "AchievementCredential"];
const TIME = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const LONGEST_ADDRESS = 2000;

/** What it says: {verdict} if it cannot be one, else {text, signature, kid, address, diploma}, still to be checked. */
export function readCredential(jws) {
  const read = readCompact(jws, "JWT");
  if (read.verdict) return read;
  const { text, signature, kid, payload } = read;
  if (!isBadge(payload) || !claimsAgree(payload)) return { verdict: "form" };
  return { text, signature, kid, address: payload.issuer.id, diploma: diplomaIn(payload) };
}

function isBadge(payload) {
  const found = mappingOf(payload);
  const subject = mappingOf(found.credentialSubject);
  const [achievement, issuer] = [mappingOf(subject.achievement), mappingOf(found.issuer)];
  const criteria = mappingOf(achievement.criteria);
  const names = namesOf(subject);
  const [types, contexts] = [listOf(found.type), listOf(found["@context"])];
  const rules = [
    contexts[0] === FIRST_CONTEXT && BADGE_CONTEXT.test(contexts[1] ?? ""),
    types.includes("VerifiableCredential") && BADGES.some((name) => types.includes(name)),
    listOf(issuer.type).includes("Profile"),
    isPlain(issuer.id, LONGEST_ADDRESS) && isPlain(Object.hasOwn(issuer, "name") ? issuer.name : "-"),
    listOf(subject.type).includes("AchievementSubject"),
    Object.hasOwn(subject, "id") || names.length > 0,
    names.every((name) => isPlain(name)),
    listOf(achievement.type).includes("Achievement"),
    isPlain(achievement.id, LONGEST_ADDRESS) && isPlain(achievement.name),
    typeof achievement.description === "string",
    typeof (criteria.narrative ?? criteria.id) === "string",
    !Object.hasOwn(subject, "licenseNumber") || isSerial(subject.licenseNumber),
    ["", ...LEVELS].includes(resultOf(subject, "level")),
  ];
  return rules.every(Boolean);
}

/** What stands twice has to say the same. */
function claimsAgree(found) {
  const isOver = Object.hasOwn(found, "validUntil") || Object.hasOwn(found, "exp");
  return (
    found.iss === found.issuer.id &&
    isPlain(found.id, LONGEST_ADDRESS) &&
    found.jti === found.id &&
    found.sub === found.credentialSubject.id &&
    isSameTime(found.validFrom, found.nbf) &&
    (!isOver || isSameTime(found.validUntil, found.exp))
  );
}

function isSameTime(time, seconds) {
  if (typeof time !== "string" || !TIME.test(time) || !isDay(time.slice(0, 10))) return false;
  return typeof seconds === "number" && Date.parse(time) === seconds * 1000;
}

/** What is missing is an empty text, and hours or modules that nobody could read are missing. */
function diplomaIn(found) {
  const subject = found.credentialSubject;
  const [hours, modules] = ["hours", "modules"].map((name) => resultOf(subject, name));
  return {
    serial: subject.licenseNumber ?? "",
    name: namesOf(subject)[0] ?? "",
    issuer: found.issuer.name ?? "",
    course: subject.achievement.name,
    awarded: found.validFrom.slice(0, 10),
    expires: (found.validUntil ?? "").slice(0, 10),
    level: resultOf(subject, "level"),
    hours: isHours(Number(hours)) ? Number(hours) : "",
    modules: isModules(modules) ? modules : "",
  };
}

function mappingOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** Texts; one that stands alone is a list of one. */
function listOf(value) {
  const values = Array.isArray(value) ? value : [value];
  return values.every((text) => typeof text === "string") ? values : [];
}

/** Names by which the person is known. */
function namesOf({ identifier }) {
  const known = Array.isArray(identifier) ? identifier.map(mappingOf) : [];
  return known.filter((one) => one.identityType === "name" && one.hashed === false).map((one) => one.identityHash);
}

function resultOf({ result }, name) {
  const results = Array.isArray(result) ? result.map(mappingOf) : [];
  const own = results.find((one) => String(one.resultDescription ?? "").endsWith(`-${name}`));
  return own ? String(own.value ?? "") : "";
}
