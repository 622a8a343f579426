import { byId, element, keyedList, setText } from "./dom.js";
import { announce } from "./forms.js";
import { timeOf } from "./requests.js";

// A price that moves triggers many orders. One announcement in this time is enough for a screen reader.
const pause = 3000;

export function eventsList() {
  const render = keyedList(byId("events"), event => event.number, entry);
  let announced = null;
  let announcedAt = 0;

  return state => {
    render(state.events);
    setText(byId("events-count"), state.eventsInAll === 0 ? "" : String(state.eventsInAll));
    setText(byId("events-note"), noteOf(state));
    announced ??= state.eventsInAll;
    if (state.eventsInAll === announced || performance.now() < announcedAt + pause) return;
    announce(newsOf(state, state.eventsInAll - announced));
    announced = state.eventsInAll;
    announcedAt = performance.now();
  };
}

function newsOf({ events: [newest] }, count) {
  const event = `${newest.kind} ${newest.text}`;
  return count === 1 ? `New event: ${event}` : `${count} new events, the newest: ${event}`;
}

function noteOf(state) {
  if (state.eventsInAll === 0) return "No events yet. Place an order or set a price.";
  const hidden = state.eventsInAll - state.events.length;
  return hidden > 0 ? `and ${hidden} older events` : "";
}

function entry(event) {
  return element("li", { "data-event": event.number },
    element("details", {},
      element("summary", {},
        element("time", { datetime: event.pushedAt }, timeOf(event.pushedAt)),
        element("strong", {}, event.kind),
        element("span", { class: "text" }, event.text)),
      element("pre", {}, element("code", {}, event.json))));
}
