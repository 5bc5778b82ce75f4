/* The comparison report: views, filters, walking from change to change, finding words.
   Views and filters set classes on main; no element of the text is touched one by one. */
(() => {
  const main = one("#main"), live = one("#live"), bar = one("#bar");
  const say = (words) => { live.textContent = words; };
  const rows = all(".row");

  const modes = all("[data-mode]");
  const show = (button) => {
    modes.forEach((other) => {
      if (other.dataset.mode) main.classList.remove(other.dataset.mode);
      other.setAttribute("aria-pressed", String(other === button));
    });
    if (button.dataset.mode) main.classList.add(button.dataset.mode);
  };
  modes.forEach((button) => button.addEventListener("click", () => keepPlace(() => show(button))));

  /* A view changes the height of every row: keep the row under the bar where it is. */
  const barHeight = () => bar.getBoundingClientRect().bottom;
  const rowInView = () => {
    let low = 0, high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle].getBoundingClientRect().bottom > barHeight() + 4) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const keepPlace = (act) => {
    let row = rows[rowInView()];
    const started = row && row.getBoundingClientRect().top < barHeight();
    act();
    while (row && !row.getClientRects().length) row = row.nextElementSibling;
    if (started && row) jump(row, "start");
  };

  const chips = all("[data-f]");
  let off = new Set();
  const applyFilters = () => {
    let shown = 0;
    off = new Set(chips.filter((chip) => !chip.checked).map((chip) => chip.dataset.f));
    keepPlace(() => {
      chips.forEach((chip) => main.classList.toggle("no-" + chip.dataset.f, !chip.checked));
      count();
    });
    chips.forEach((chip) => {
      if (chip.checked) shown += Number(chip.closest(".chip").querySelector(".n").textContent);
    });
    const accidental = all("#f-acc [data-f]");
    one("#subonly")?.setAttribute(
      "aria-pressed", String(accidental.length > 0 && accidental.every((chip) => !chip.checked)));
    say(shown === 1 ? "1 change shown" : shown.toLocaleString("en") + " changes shown");
  };
  chips.forEach((chip) => chip.addEventListener("change", applyFilters));
  one("#subonly")?.addEventListener("click", (event) => {
    const hide = event.currentTarget.getAttribute("aria-pressed") !== "true";
    all("#f-acc [data-f]").forEach((chip) => { chip.checked = !hide; });
    applyFilters();
    event.currentTarget.setAttribute("aria-pressed", String(hide));
  });
  one("#differ")?.addEventListener("click", (event) => {
    const hide = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(hide));
    keepPlace(() => main.classList.toggle("differ", hide));
    say(hide ? rows.filter((row) => !isHidden(row.classList)).length.toLocaleString("en") + " paragraphs shown" : "");
  });

  const isHidden = (css) => (css.contains("same") || css.contains("quiet")) && !css.contains("qu");

  /* What is left of each row under the filters, from the tallies written in it ("neg-s:2 sp-a:1"),
     in one pass over the rows: their classes, the numbers beside them, the strip. */
  let tallies = null, totals = null;
  const read = (element) => (element.dataset.n || "").split(" ").filter(Boolean).map((part) => {
    const [key, number] = part.split(":");
    return [key, Number(number)];
  });
  const readTallies = () => {
    tallies = rows.map((row) => ({ parts: read(row), sims: [] }));
    const number = new Map(rows.map((row, at) => [row, at]));
    all(".sim[data-n]").forEach((sim) => {
      const spans = [one(".ns", sim), one(".na", sim)];
      tallies[number.get(sim.closest(".row"))].sims.push({ parts: read(sim), spans });
    });
    totals = tallies.map(({ parts }) => left(parts, new Set()));
  };
  const left = (parts, hidden = off) => {
    let substantive = 0, accidental = 0;
    for (const [key, number] of parts) {
      if (hidden.has(key)) continue;
      if (key.endsWith("s")) substantive += number; else accidental += number;
    }
    return [substantive, accidental];
  };
  const write = (span, number, noun) => {
    if (!span) return;
    const words = `${number} ${noun}`;
    if (span.textContent === words) return;
    span.textContent = words;
    span.hidden = !number;
  };
  const count = () => {
    if (!tallies) readTallies();
    const counts = tallies.map(({ parts, sims }, at) => {
      const [substantive, accidental] = left(parts);
      const row = rows[at].classList, isMoved = row.contains("moved");
      row.toggle("nosub", !substantive && !isMoved);
      row.toggle("quiet", !substantive && !accidental && !isMoved);
      sims.forEach((sim) => {
        const [s, a] = left(sim.parts);
        write(sim.spans[0], s, "substantive");
        write(sim.spans[1], a, "accidental");
      });
      return [substantive, accidental];
    });
    fillStrip(counts, totals);
    shownStops = null;
  };

  /* Stops: one per change, else one per query. Gathered once, when first needed. */
  let stops = null, shownStops = null, place = null, noun = "Change";
  const gather = () => {
    const seen = new Map();
    all(".rows [data-c]").forEach((mark) => {
      const number = mark.dataset.c;
      if (!seen.has(number)) seen.set(number, []);
      seen.get(number).push(mark);
    });
    if (!seen.size) noun = "Query";
    stops = (seen.size ? [...seen.values()] : all(".ask").map((note) => [note])).map(
      (marks, order) => ({ marks, order, key: /(?:^| )n-(\S+)/.exec(marks[0].className)?.[1] }));
  };
  const visibleMark = (marks) => marks.find((mark) => mark.getClientRects().length);
  const walk = (step) => {
    if (!stops) gather();
    if (!stops.length) { say("Nothing to walk through"); return; }
    one(".cur")?.classList.remove("cur");
    if (place === null) place = firstAfter(rowInView()) - (step > 0 ? 1 : 0);
    shownStops ??= stops.filter((stop) => !off.has(stop.key));
    const total = shownStops.length;
    if (!total) { say("Nothing shown"); return; }
    const next = shownStops.findIndex((stop) => stop.order >= (step > 0 ? place + 1 : place));
    const at = step > 0 ? Math.max(next, 0) : ((next < 0 ? total : next) - 1 + total) % total;
    const { marks, order } = shownStops[at];
    place = order;
    const row = marks[0].closest(".row");
    row.scrollIntoView({ block: "nearest", behavior: "instant" });
    const mark = visibleMark(marks) || row;
    mark.classList.add("cur");
    jump(mark, "center");
    say(`${noun} ${(at + 1).toLocaleString("en")} of ${total.toLocaleString("en")}`);
  };
  const firstAfter = (start) => {
    const first = stops.findIndex(({ marks }) => rows[start].compareDocumentPosition(marks[0]) & 4);
    return first < 0 ? 0 : first;
  };
  one("#nx").addEventListener("click", () => walk(1));
  one("#pv").addEventListener("click", () => walk(-1));

  /* Finding: words may run across marks, so each paragraph is searched as one string. */
  let texts = null, found = [], foundAt = -1;
  const readTexts = () => {
    texts = all(".rows .c > p:not(.gp)").map((paragraph) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement.closest(".g, .caret, .brk, .pil, .pn, .cw del")
          ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      const nodes = [], starts = [];
      let text = "";
      for (let node; (node = walker.nextNode());) {
        nodes.push(node); starts.push(text.length); text += node.data;
      }
      return { nodes, starts, text: text.toLowerCase().replace(/\s/g, " ") };
    });
  };
  const spot = ({ nodes, starts }, at, isEnd) => {
    let index = starts.length - 1;
    while (index > 0 && (isEnd ? starts[index] >= at : starts[index] > at)) index -= 1;
    return [nodes[index], Math.min(at - starts[index], nodes[index].data.length)];
  };
  const find = (words) => {
    CSS.highlights.clear();
    found = []; foundAt = -1;
    if (words.length < 2 && !/[^\x00-\u024f]/.test(words)) { say(""); return; }
    if (!texts) readTexts();
    texts.forEach((entry) => {
      for (let at = -1; (at = entry.text.indexOf(words, at + 1)) > -1;) {
        const range = new Range();
        range.setStart(...spot(entry, at, false));
        range.setEnd(...spot(entry, at + words.length, true));
        found.push(range);
      }
    });
    CSS.highlights.set("find", new Highlight(...found));
    say(found.length ? `${found.length.toLocaleString("en")} found` : "Not found");
  };
  const goFound = (step) => {
    if (!found.length) return;
    foundAt = (foundAt + step + found.length) % found.length;
    const holder = found[foundAt].startContainer.parentElement;
    jump(holder, "center");
    CSS.highlights.set("here", new Highlight(found[foundAt]));
    say(`${(foundAt + 1).toLocaleString("en")} of ${found.length.toLocaleString("en")} found`);
  };
  const field = one("#q");
  if (!window.Highlight) field.closest("label").remove();
  let waiting = 0;
  const sought = () => field.value.trim().toLowerCase().replace(/\s+/g, " ");
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(sought()), 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); goFound(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape") { field.value = ""; find(""); field.blur(); }
  });

  addEventListener("keydown", (event) => {
    if (event.target.matches?.("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") walk(1);
    else if (event.key === "p") walk(-1);
    else if (event.key === "/") { event.preventDefault(); field.focus(); }
    else if ("123".includes(event.key)) modes[event.key - 1]?.click();
  });

  /* The strip shows where the reader is. In a long report it is one stop of the Tab key. */
  const cells = all(".hs");
  const rank = new Map(rows.map((row, number) => ["#" + row.id, number]));
  const starts = cells.map((cell) => rank.get(cell.getAttribute("href")) ?? 0);
  const isCompact = cells.length > 0 && cells[0].parentElement.classList.contains("compact");
  if (isCompact) cells.forEach((cell, number) => { cell.tabIndex = number ? -1 : 0; });
  /* Under filters the strip keeps its scale, so that one sees how much is left. */
  const MOST_BARS = 14;
  const hrefs = cells.map((cell) => cell.getAttribute("href"));
  const sumUp = (counts) => {
    let start = 0;
    return cells.map((cell, number) => {
      const end = start + (isCompact ? Number(cell.style.flexGrow) : 1);
      const sum = [0, 0, hrefs[number]];
      let first = -1, firstSubstantive = -1;
      for (let at = start; at < end; at += 1) {
        sum[0] += counts[at][0]; sum[1] += counts[at][1];
        if (first < 0 && counts[at][0] + counts[at][1]) first = at;
        if (firstSubstantive < 0 && counts[at][0]) firstSubstantive = at;
      }
      const target = firstSubstantive < 0 ? first : firstSubstantive;
      if (target >= 0) sum[2] = "#" + rows[target].id;
      start = end;
      return sum;
    });
  };
  let fullest = 0;
  const fillStrip = (counts, all) => {
    fullest ||= Math.max(1, ...sumUp(all).map(([s, a]) => s + a));
    const sums = sumUp(counts);
    cells.forEach((cell, number) => {
      const [s, a, href] = sums[number];
      cell.setAttribute("href", href);
      cell.title = cell.title.replace(/: [\d,]+ substantive, [\d,]+ accidental/,
        `: ${s.toLocaleString("en")} substantive, ${a.toLocaleString("en")} accidental`);
      cell.setAttribute("aria-label", cell.title);
      if (isCompact) {
        one(".s", cell).style.height = `${100 * s / fullest}%`;
        one(".a", cell).style.height = `${100 * a / fullest}%`;
      } else {
        const bars = ("s".repeat(s) + "a".repeat(a)).slice(0, MOST_BARS) || "z";
        one(".hb", cell).replaceChildren(...[...bars].map((css) => {
          const bar = document.createElement("i");
          bar.className = css;
          return bar;
        }));
      }
    });
  };
  cells.forEach((cell, number) => cell.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && cells[number + step];
    if (!next) return;
    event.preventDefault();
    if (isCompact) { cell.tabIndex = -1; next.tabIndex = 0; }
    next.focus();
  }));
  let marked = null, queued = false;
  const locate = () => {
    queued = false;
    const row = rowInView();
    let cell = 0;
    if (isCompact) cell = Math.min(cells.length - 1, Math.floor(row / Math.ceil(rows.length / cells.length)));
    else while (cell + 1 < cells.length && starts[cell + 1] <= row) cell += 1;
    if (marked === cells[cell] || !cells[cell]) return;
    marked?.removeAttribute("aria-current");
    marked = cells[cell];
    marked.setAttribute("aria-current", "location");
  };
  addEventListener("scroll", () => {
    if (!queued) { queued = true; requestAnimationFrame(locate); }
  }, { passive: true });

  /* Rows the browser has not laid out yet have guessed heights, which change as they come into
     view: a jump is repeated until its target stays where it is. */
  const MOST_JUMPS = 12;
  const jump = (target, block, left = MOST_JUMPS, last = NaN) => {
    target.scrollIntoView({ block, behavior: "instant" });
    const top = Math.round(target.getBoundingClientRect().top);
    if (left && top !== last) requestAnimationFrame(() => jump(target, block, left - 1, top));
  };
  const openTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target) jump(target, "start");
  };
  addEventListener("hashchange", openTarget);
  addEventListener("load", () => { if (location.hash) openTarget(); });

  if (isNarrow) {
    const inline = one("[data-mode=m-inline]");
    if (inline) show(inline);
    const chain = one(".prov");
    if (chain) chain.open = false;
  }
  locate();
})();
