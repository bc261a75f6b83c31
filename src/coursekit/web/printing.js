/**
 * Tells when the page goes to paper and when that is over; returns how to stop. Some browsers of phones leave
 * out an event: there a change of the medium is the beginning, and whoever uses the page again has printed.
 * The medium says nothing of the end: in a preview it changes back while the learner still chooses the paper.
 */
export function watchPrinting({ begin, end }) {
  const medium = window.matchMedia("print");
  const onMedium = ({ matches }) => matches && begin();
  const ends = ["afterprint", "focus", "pointerdown", "keydown"];
  window.addEventListener("beforeprint", begin);
  medium.addEventListener("change", onMedium);
  for (const name of ends) window.addEventListener(name, end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    medium.removeEventListener("change", onMedium);
    for (const name of ends) window.removeEventListener(name, end);
  };
}

/** Prints a view and nothing of the page round it: `sign` is the class that says so to the style sheets. */
export function printAlone(view, { sign, title = document.title }) {
  const [root, pageTitle] = [document.documentElement, document.title];
  const end = () => {
    stop();
    root.classList.remove(sign);
    document.title = pageTitle;
    view.remove();
  };
  const stop = watchPrinting({ begin: () => {}, end });
  root.classList.add(sign);
  document.title = title;
  document.body.append(view);
  window.print();
}
