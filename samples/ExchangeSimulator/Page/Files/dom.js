// What is shown comes from requests that anybody may have sent: it becomes text, never markup.

export const byId = id => document.getElementById(id);

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

export function button(label, press, attributes) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}

export function copyButton(text, what) {
  const copy = button("Copy", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 1500);
  }, { class: "quiet copy", "aria-label": `Copy ${what}` });
  return copy;
}

// Draws anew only what has changed, so that a selection, a focus and a scroll position live through an update.
export function keyedList(parent, keyOf, draw) {
  const shown = new Map();
  let isFirst = true;

  return items => {
    const stale = new Set(shown.keys());
    let place = parent.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      const text = JSON.stringify(item);
      stale.delete(key);
      let row = shown.get(key);
      if (row?.text !== text) {
        const node = draw(item);
        if (!row && !isFirst) node.classList.add("fresh");
        if (row) {
          if (place === row.node) place = node;
          replaceKeepingFocus(row.node, node);
        }
        row = { node, text };
        shown.set(key, row);
      }
      if (place === row.node) place = place.nextElementSibling;
      else parent.insertBefore(row.node, place);
    }
    for (const key of stale) {
      shown.get(key).node.remove();
      shown.delete(key);
    }
    isFirst = false;
  };
}

function replaceKeepingFocus(old, next) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(next);
  if (!focused) return;
  const same = [...next.querySelectorAll("button")].find(candidate => candidate.textContent === focused.textContent);
  const heir = same ?? next.querySelector("button") ?? next;
  if (heir === next) next.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
