import { fill, h } from "../dom.js";

/** A list whose items are moved with buttons; `show` draws an item, `moved` hears of each move. */
export function drawOrderedList(items, labels, show, moved) {
  const announcer = h("span", { class: "only-read", role: "status" });
  const list = h("ol", { class: "ordering" });
  const move = (row, up) => {
    if (!(up ? row.previousElementSibling : row.nextElementSibling)) return;
    moveRow(row, up);
    dimEnds(list);
    announcePlace(list, row, announcer, labels);
    moved();
  };
  list.append(...items.map((item) => drawOrderedItem(item, labels, show, move)));
  dimEnds(list);
  return { el: h("div", {}, list, announcer), read: () => [...list.children].map((row) => row.dataset.item) };
}

function drawOrderedItem(item, labels, show, move) {
  const text = show(item);
  const row = h("li", { "data-item": item.id }, text);
  const arrow = (up, sign) => {
    const name = fill(up ? labels.moveUp : labels.moveDown, { item: text.textContent.trim() });
    return h("button", { type: "button", class: "arrow", "aria-label": name, onclick: () => move(row, up) }, sign);
  };
  row.append(h("span", { class: "arrows" }, arrow(true, "↑"), arrow(false, "↓")));
  return row;
}

/** Moves the neighbour past the row, not the row: an element that is moved loses the focus. */
function moveRow(row, up) {
  if (up) row.after(row.previousElementSibling);
  else row.before(row.nextElementSibling);
}

function dimEnds(list) {
  for (const row of list.children) {
    const [up, down] = row.querySelectorAll("button");
    up.setAttribute("aria-disabled", row === list.firstElementChild);
    down.setAttribute("aria-disabled", row === list.lastElementChild);
  }
}

function announcePlace(list, row, announcer, labels) {
  const rows = [...list.children];
  const item = row.firstElementChild.textContent.trim();
  announcer.textContent = fill(labels.movedTo, { item, n: rows.indexOf(row) + 1, m: rows.length });
}
