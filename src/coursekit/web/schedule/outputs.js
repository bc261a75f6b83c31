/** A run sheet as a document and as entries of a calendar. */

/** The pieces of which `docx.js` makes a Word file. */
export function sheetBlocks({ sessions, left }, labels) {
  return [
    { heading: labels.schSheet, level: 0 },
    ...sessions.flatMap((session) => sessionBlocks(session, labels)),
    ...(left.length > 0 ? [{ heading: labels.schLeft, level: 1 }, { list: left.map(({ text }) => text) }] : []),
  ];
}

function sessionBlocks({ title, modules, rows, spare, materials, preparations }, labels) {
  const heads = [labels.schClock, labels.schMinutes, labels.schWhat, labels.schNeed, labels.schIfLate];
  const parts = rows.map(({ clock, minutes, text, need, late }) => [clock, String(minutes), text, need, late]);
  const tasks = preparations.map(({ shown, who, text }) => [shown, who, text]);
  return [
    { heading: title, level: 1 },
    { meta: modules.join("; ") },
    { table: { head: heads, rows: parts } },
    ...(spare ? [{ paragraph: spare }] : []),
    { heading: labels.schMaterials, level: 2 },
    { list: materials },
    { heading: labels.schPrepare, level: 2 },
    { table: { head: [labels.schUntil, labels.schWho, labels.schTask], rows: tasks } },
  ];
}

/** Each session at its time, and a whole day for what is due then. */
export function sheetEntries({ sessions }) {
  return sessions.flatMap(({ day, from, minutes, name, rows, preparations }, place) => {
    const text = rows.map((row) => `${row.clock} ${row.text} (${row.minutes})`).join("\n");
    const session = { id: `session-${place + 1}`, day, from, minutes, title: name, text };
    const due = [...new Set(preparations.map((one) => one.day))];
    const days = due.map((until) => {
      const tasks = preparations.filter((one) => one.day === until).map(({ who, text: what }) => `${who}: ${what}`);
      return { id: `prepare-${place + 1}-${until}`, day: until, title: tasks.length > 1 ? `${tasks[0]} …` : tasks[0], text: tasks.join("\n") };
    });
    return [...days, session];
  });
}
