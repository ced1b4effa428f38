"use strict";
// The right side of the studio: all panels of one board, each drawn anew only when what it shows differs.
//
// Panels in sight are drawn at once, others as soon as there is time or they come into sight, so that what
// a hand on the mouse waits for stays short.
(() => {
  const { say, element, studio } = steelyard;
  const boards = new WeakMap();
  const narrowest = 420;
  const later = window.requestIdleCallback
    ? (work) => window.requestIdleCallback(work, { timeout: 1000 }) : (work) => setTimeout(work, 30);

  /** What is kept for an element: its panels, and what is known to draw them from. */
  const make = (host) => {
    const owner = {
      host, parts: [], width: 0, isWaiting: false,
      data: { language: "en", policy: null, board: null, stability: null, isPending: true,
        isOutdated: false, weighing: null, groupColumn: null, incentives: null, outcome: null },
      select: () => {}, selectIncentive: () => {},
    };
    const columns = [0, 1].map(() => element("div", { class: "board-column" }));
    host.classList.add("board");
    host.append(...columns);
    owner.look = (change) => {
      Object.assign(owner.data, change);
      refresh(owner);
    };
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const part = owner.parts.find((one) => one.panel.root === entry.target);
        part.isSeen = entry.isIntersecting;
        if (part.isSeen && part.isDue) draw(owner, part);
      }
    }, { rootMargin: "80px" });
    for (const definition of studio.panels) {
      const panel = studio.panel(definition.name);
      columns[definition.side].append(panel.root);
      owner.parts.push({
        definition, panel, key: undefined, isDue: false, isSeen: true,
        update: definition.controls ? definition.controls(panel, owner) : null,
      });
      seen.observe(panel.root);
    }
    const { paddingLeft, paddingRight } = getComputedStyle(host);
    measure(owner, host.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
    new ResizeObserver((entries) => {
      if (measure(owner, entries[0].contentRect.width)) refresh(owner);
    }).observe(host);
    boards.set(host, owner);
    studio.curvesChanged.add(() => {
      if (owner.isTold) return;
      owner.isTold = true;
      later(() => {
        owner.isTold = false;
        refresh(owner);
      });
    });
    return owner;
  };

  /**
   * Makes two columns of panels of a width, or one where two would be too narrow, in steps so that a drag of
   * the window's edge does not draw at every pixel.
   */
  const measure = (owner, width) => {
    const isNarrow = width < 2 * narrowest;
    owner.host.classList.toggle("narrow", isNarrow);
    const column = (isNarrow ? width : (width - 14) / 2) - 26;
    const inner = Math.max(360, Math.floor(column / 10) * 10);
    owner.host.classList.toggle("tight", inner < 560);
    if (inner === owner.width) return false;
    owner.width = inner;
    return true;
  };

  const ownerOf = (host) => boards.get(host) || make(host);

  const keyOf = ({ definition }, data) =>
    (definition.name !== "incentives" && !data.board ? null : definition.key(data));

  const draw = (owner, part) => {
    const { data, width } = owner;
    const { definition, panel } = part;
    part.isDue = false;
    if (part.key === null) {
      const words = definition.emptyWords ? definition.emptyWords(data) : say(data.language, definition.empty);
      panel.empty(data.language, words, definition.room ? definition.room(data) : 0);
    } else {
      panel.draw(data.language, `${definition.layout(data)}\u0001${width}\u0001${data.language}`,
        (body, identity) => definition.draw(body, data, { language: data.language, width, identity }));
    }
  };

  /** Draws what differs: what is in sight now, the rest when there is time. */
  const refresh = (owner) => {
    const { data, width } = owner;
    if (!data.board && !data.incentives) return;
    for (const part of owner.parts) {
      const { definition, panel } = part;
      if (part.update && (data.board || definition.name === "incentives")) part.update(data);
      const key = keyOf(part, data);
      const sign = `${data.language}\u0001${width}\u0001${key === null && definition.emptyWords
        ? definition.emptyWords(data) : key}`;
      if (sign !== part.sign || panel.isOpen) part.isDue = true;
      [part.key, part.sign] = [key, sign];
      // Judgements are drawn and numbers varied only of a policy that could be saved.
      const isRefused = definition.name !== "incentives" && data.board && data.board.warning;
      if (definition.isPending) {
        panel.pending(definition.isPending(data),
          say(data.language, isRefused ? "panelRefused" : "panelPending"));
      }
      if (part.isDue && part.isSeen) draw(owner, part);
    }
    drawRest(owner);
  };

  /** One panel out of sight at a time, so that a change that comes meanwhile does not wait for all. */
  const drawRest = (owner) => {
    if (owner.isWaiting || !owner.parts.some((part) => part.isDue)) return;
    owner.isWaiting = true;
    later(() => {
      owner.isWaiting = false;
      const part = owner.parts.find((one) => one.isDue);
      if (part) draw(owner, part);
      drawRest(owner);
    });
  };

  /** The weighing whose weights differ from those of the board before, where it is one: that under the hand. */
  const touched = (before, after) => {
    if (!before || before.weighings.length !== after.weighings.length) return null;
    const differing = after.weighings.filter((one, place) =>
      JSON.stringify(one.weights) !== JSON.stringify(before.weighings[place].weights));
    return differing.length === 1 ? differing[0].path : null;
  };

  /**
   * Draws all panels of a board into an element, or brings them up to date.
   *
   * `policy` and `board` are as the server gives them. `onSelect` gets {column, group} when ranks of another
   * group are wanted; a group of null leaves it to the server.
   */
  studio.board = (host, { policy, board, language, onSelect }) => {
    const owner = ownerOf(host);
    const { data } = owner;
    owner.select = onSelect || (() => {});
    const draft = JSON.stringify([board.sentences, board.weighings.map((one) => one.weights), board.effect]);
    if (owner.draft !== undefined && draft !== owner.draft) {
      data.isPending = true;
      data.isOutdated = data.incentives !== null;
      studio.outdateCurves();
    }
    owner.draft = draft;
    const known = policy.weighings.map((one) => one.path);
    data.weighing = touched(data.board, board)
      || (known.includes(data.weighing) ? data.weighing : known[0]);
    Object.assign(data, { policy, board, language });
    refresh(owner);
  };

  /** Shows how stable weights and grades are, or, with a stability of null, that it is being computed. */
  studio.stability = (host, { policy, stability, language }) => {
    const owner = ownerOf(host);
    Object.assign(owner.data, { policy, language, isPending: !stability });
    if (stability) owner.data.stability = stability;
    refresh(owner);
  };

  /** Shows what one person would get for other values of one number; `onSelect` gets {key, column}. */
  studio.incentives = (host, { data, language, onSelect }) => {
    const owner = ownerOf(host);
    owner.selectIncentive = onSelect || (() => {});
    Object.assign(owner.data, { language, incentives: data || owner.data.incentives });
    owner.data.isOutdated = !data;
    refresh(owner);
  };
})();
