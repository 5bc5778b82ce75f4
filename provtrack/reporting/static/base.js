"use strict";
/* Shared by all pages: theme, printing. */
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isNarrow = matchMedia("(max-width: 900px)").matches;

one("#theme")?.addEventListener("click", () => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
});
addEventListener("beforeprint", () => all("details").forEach((box) => { box.open = true; }));
