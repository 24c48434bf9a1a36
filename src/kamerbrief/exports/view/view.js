"use strict";
{
  const panel = document.querySelector("aside"), pages = document.querySelector("main");
  const search = document.getElementById("search"), found = document.getElementById("found");
  const marked = new Map();
  for (const element of document.querySelectorAll("[data-ids]"))
    for (const id of element.dataset.ids.split(" ")) marked.set(id, [...(marked.get(id) ?? []), element]);
  let shown = [];
  const shine = (element, on) => (element.matches("button") ? element.parentElement : element).classList.toggle("on", on);
  const inside = (element, box) => {
    const [a, b] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
    return a.top >= b.top && a.bottom <= b.bottom;
  };
  const show = (id, from) => {
    for (const element of shown) shine(element, false);
    shown = marked.get(id) ?? [];
    for (const element of shown) shine(element, true);
    const box = panel.contains(from) ? pages : panel;
    const other = shown.find((element) => box.contains(element) && element.getClientRects().length);
    if (other && !inside(other, box)) other.scrollIntoView({ block: "center" });
  };
  const idOf = (element) => element.dataset.ids.split(" ").at(-1);
  const entryOf = (id) => (marked.get(id) ?? []).find((element) => panel.contains(element));
  for (const event of ["pointerover", "focusin"])
    document.addEventListener(event, ({ target }) => {
      const element = target.closest?.("[data-ids]");
      if (element) show(idOf(element), element);
    });
  pages.addEventListener("click", ({ target }) => {
    const element = target.closest("[data-ids]"), entry = element && entryOf(idOf(element));
    if (!entry) return;
    entry.closest("details").open = true;
    entry.focus();
  });
  let back = null;
  panel.addEventListener("click", ({ target }) => {
    const entry = target.closest("button");
    if (!entry) return;
    const place = marked.get(idOf(entry)).find((element) => pages.contains(element));
    if (!place) return;
    back = entry;
    place.scrollIntoView({ block: "center" });
    pages.focus({ preventScroll: true });
  });
  const visible = () => [...panel.querySelectorAll("li button")].filter((entry) => entry.getClientRects().length);
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "/" && target !== search) {
      event.preventDefault();
      search.focus();
    } else if (key === "Escape" && target === search) {
      search.value = "";
      search.dispatchEvent(new Event("input"));
    } else if (key === "Escape" && back) {
      back.focus();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && panel.contains(target)) {
      const entries = visible(), at = entries.indexOf(target) + (key === "ArrowDown" ? 1 : -1);
      if (!entries[at]) return;
      event.preventDefault();
      entries[at].focus();
    }
  });
  const rows = [...panel.querySelectorAll("li")].map((row) => [row, row.textContent.toLowerCase()]);
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      count += !row.hidden;
    }
    for (const group of panel.querySelectorAll("details")) {
      group.hidden = !group.querySelector("li:not([hidden])");
      if (words.length && !group.hidden) group.open = true;
    }
    found.textContent = words.length ? `${count} found` : "";
  });
}
