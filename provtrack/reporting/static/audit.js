/* The audit report: walking from finding to finding. Without this script all can be read. */
(() => {
  const live = one("#live");
  all("[hidden]#walk, [hidden]#theme").forEach((control) => { control.hidden = false; });

  /* Stops in reading order: what needs attention, as far as the filters show it. */
  const stops = () => all(":is(.card, .cit, .ask):is(.fault, .doubt), .ask")
    .filter((card) => card.getClientRects().length);
  let current = null;
  const walk = (step) => {
    const shown = stops();
    if (!shown.length) { live.textContent = "Nothing to walk through"; return; }
    const at = shown.indexOf(current);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    current?.classList.remove("cur");
    current = shown[next];
    current.classList.add("cur");
    jump(current);
    current.focus({ preventScroll: true });
    live.textContent = `${next + 1} of ${shown.length}`;
  };
  one("#nx").addEventListener("click", () => walk(1));
  one("#pv").addEventListener("click", () => walk(-1));
  addEventListener("keydown", (event) => {
    if (event.target.matches?.("input:not([type=checkbox]), select, textarea")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") walk(1);
    else if (event.key === "p") walk(-1);
    else if (event.key === "o") one("#only").click();
  });

  /* Rows not laid out yet have guessed heights: a jump is repeated until its target stays. */
  const MOST_JUMPS = 12;
  const jump = (target, left = MOST_JUMPS, last = NaN) => {
    target.scrollIntoView({ block: "center", behavior: "instant" });
    const top = Math.round(target.getBoundingClientRect().top);
    if (left && top !== last) requestAnimationFrame(() => jump(target, left - 1, top));
  };
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const box = target.closest("details");
    if (box) box.open = true;
    jump(target);
  };
  addEventListener("hashchange", open);
  addEventListener("load", open);
  if (isNarrow && one(".prov")) one(".prov").open = false;
})();
