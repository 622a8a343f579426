import { byId, copyButton, element, keyedList, setText } from "./dom.js";

export function requestsList() {
  const render = keyedList(byId("requests"), request => request.number, entry);

  return state => {
    render(state.requests);
    setText(byId("requests-count"), state.requestsInAll === 0 ? "" : String(state.requestsInAll));
    setText(byId("requests-note"), noteOf(state));
  };
}

function noteOf(state) {
  if (state.requestsInAll === 0) return "No requests yet. Connect a client or run the shell commands.";
  const hidden = state.requestsInAll - state.requests.length;
  return hidden > 0 ? `and ${hidden} older requests` : "";
}

function entry(request) {
  const result = resultOf(request);
  return element("li", { "data-number": request.number, "data-result": result.kind },
    element("div", { class: "head" },
      element("time", { datetime: request.receivedAt }, timeOf(request.receivedAt)),
      element("strong", {}, request.method),
      element("code", { class: "path" }, request.path),
      request.fault ? element("span", { class: "fault", title: "A fault was applied: the client got another response or none" }, request.fault) : null,
      element("span", { class: "result" }, result.text)),
    request.parameters ? element("code", { class: "parameters" }, request.parameters) : null,
    request.reason ? element("p", { class: "reason" }, request.reason) : null,
    request.signature ? comparison(request.signature) : null);
}

function resultOf(request) {
  if (request.statusCode === null) return { kind: "open", text: "not executed" };
  if (request.errorCode === null) return { kind: "done", text: "executed" };
  return { kind: "rejected", text: `rejected ${request.errorCode}` };
}

function comparison(signature) {
  return element("dl", { class: "comparison" },
    element("dt", {}, "The exchange signed this text"),
    element("dd", {}, element("code", { class: "signed" }, signature.signedText), copyButton(signature.signedText, "the signed text")),
    element("dt", {}, "The signature of the request"),
    element("dd", {}, element("code", {}, signature.received)),
    ...(signature.compare ? [
      element("dt", {}, "The expected signature, in a shell"),
      element("dd", {}, element("code", {}, signature.compare), copyButton(signature.compare, "the command that signs it")),
    ] : []));
}

// The exchange's clock in UTC, not the local time of the browser.
export const timeOf = iso => new Date(iso).toISOString().slice(11, 23);
