import { byId, copyButton, element, keyedList, setText } from "./dom.js";

export function requestsList() {
  const show = keyedList(byId("requests"), request => request.number, entry);

  return state => {
    show(state.requests);
    setText(byId("requests-count"), state.requestsInAll === 0 ? "" : String(state.requestsInAll));
    const hidden = state.requestsInAll - state.requests.length;
    setText(byId("requests-note"), state.requestsInAll === 0 ? "None yet. Point a client at it, or try the lines for a shell."
      : hidden > 0 ? `and ${hidden} older ones` : "");
  };
}

function entry(request) {
  const verdict = verdictOf(request);
  return element("li", { "data-number": request.number, "data-verdict": verdict.kind },
    element("div", { class: "head" },
      element("time", { datetime: request.receivedAt }, timeOf(request.receivedAt)),
      element("strong", {}, request.method),
      element("code", { class: "path" }, request.path),
      request.fault ? element("span", { class: "fault", title: "A fault struck: the client was told something else" }, request.fault) : null,
      element("span", { class: "verdict" }, verdict.text)),
    request.parameters ? element("code", { class: "parameters" }, request.parameters) : null,
    request.reason ? element("p", { class: "reason" }, request.reason) : null,
    request.signature ? comparison(request.signature) : null);
}

function verdictOf(request) {
  if (request.statusCode === null) return { kind: "open", text: "not executed" };
  if (request.errorCode === null) return { kind: "done", text: "executed" };
  return { kind: "refused", text: `refused ${request.errorCode}` };
}

function comparison(signature) {
  return element("dl", { class: "comparison" },
    element("dt", {}, "The exchange signed exactly this"),
    element("dd", {}, element("code", { class: "signed" }, signature.signedText), copyButton(signature.signedText, "what the exchange signed")),
    element("dt", {}, "The request brought"),
    element("dd", {}, element("code", {}, signature.received)),
    ...(signature.compare ? [
      element("dt", {}, "Signed by hand, in a shell"),
      element("dd", {}, element("code", {}, signature.compare), copyButton(signature.compare, "a line that signs it")),
    ] : []));
}

// The exchange's clock, not the reader's.
export const timeOf = iso => new Date(iso).toISOString().slice(11, 23);
