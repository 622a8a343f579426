import { byId, setText } from "./dom.js";

// Sends a command. Returns null, or the sentence and the invalid field of its error.
export async function send(path, body, method = "POST") {
  try {
    const response = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
    if (response.ok) return null;
    const { error, field } = await response.json();
    return { text: error, field };
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    return { text: "The simulator must be running to execute a command, but it does not respond." };
  }
}

// Sends the fields of a form unless they are invalid. An error is shown in the form, and the input stays.
export function onSubmit(form, problemOf, path, afterwards) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    clear(form);
    const fields = fieldsOf(form);
    const problem = problemOf(fields) ?? await send(path, fields);
    if (problem) show(form, problem);
    else await afterwards(fields);
  });
}

export function showError(problem) {
  byId("notice").hidden = !problem;
  setText(byId("error"), problem?.text ?? "");
}

export function announce(text) {
  setText(byId("news"), text);
}

const fieldsOf = form => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));

function show(form, problem) {
  const message = form.querySelector(".problem");
  setText(message, problem.text);
  const field = problem.field ? form.elements[problem.field] : null;
  if (!field) return;
  field.setAttribute("aria-invalid", "true");
  field.dataset.describedBy = field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", message.id);
  field.focus();
}

function clear(form) {
  setText(form.querySelector(".problem"), "");
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    if (field.dataset.describedBy) field.setAttribute("aria-describedby", field.dataset.describedBy);
    else field.removeAttribute("aria-describedby");
  }
}
