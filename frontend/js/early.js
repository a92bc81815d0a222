/** Takes away the first questions, which the server put on the page, and gives what was answered as it is kept; nothing
 *  where nothing was. Whoever is at one of them stays there when the form has come. */
export function early() {
  const place = document.getElementById("app");
  const questions = place.firstElementChild;
  if (!questions) return;
  const draft = {};
  for (const { type, name, value } of questions.querySelectorAll(":checked")) {
    if (type === "radio") draft[name] = value;
    else (draft[name] ??= []).push(value);
  }
  const { id } = document.activeElement;
  const at = scrollY;
  questions.remove();
  setTimeout(() => {
    document.getElementById(id)?.focus();
    scrollTo(0, at);
  });
  if (Object.keys(draft).length > 0) return JSON.stringify({ draft });
}
