// Requests are untrusted: their contents become text, never markup.

export const byId = id => document.getElementById(id);

export function element(tag, attributes, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === true) created.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) created.setAttribute(name, value);
  }
  created.append(...children.filter(child => child !== null && child !== undefined));
  return created;
}

export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

export function button(label, onClick, attributes) {
  const created = element("button", { type: "button", ...attributes }, label);
  created.addEventListener("click", onClick);
  return created;
}

export function copyButton(text, label) {
  const copy = button("Copy", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 1500);
  }, { class: "quiet copy", "aria-label": `Copy ${label}` });
  return copy;
}

// Renders only changed items, so that an update keeps the selection, the focus and the scroll position.
export function keyedList(parent, keyOf, render) {
  const rows = new Map();
  let isFirst = true;

  return items => {
    const stale = new Set(rows.keys());
    let next = parent.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      const text = JSON.stringify(item);
      stale.delete(key);
      let row = rows.get(key);
      if (row?.text !== text) {
        const node = render(item);
        if (!row && !isFirst) node.classList.add("fresh");
        if (row) {
          if (next === row.node) next = node;
          replaceKeepingFocus(row.node, node);
        }
        row = { node, text };
        rows.set(key, row);
      }
      if (next === row.node) next = next.nextElementSibling;
      else parent.insertBefore(row.node, next);
    }
    for (const key of stale) {
      rows.get(key).node.remove();
      rows.delete(key);
    }
    isFirst = false;
  };
}

function replaceKeepingFocus(old, replacement) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(replacement);
  if (!focused) return;
  const same = [...replacement.querySelectorAll("button")].find(candidate => candidate.textContent === focused.textContent);
  const target = same ?? replacement.querySelector("button") ?? replacement;
  if (target === replacement) replacement.tabIndex = -1;
  target.focus({ preventScroll: true });
}
