"use strict";
// The studio's page: reads the policy, builds the editors, and draws the board after each change.
(() => {
  const { say, studio } = steelyard;
  const find = (identity) => document.getElementById(identity);

  /** What the page is made of, for a language. */
  const build = (state, longer) => {
    document.documentElement.lang = state.language;
    const header = studio.header(state, find("head"), {
      save: () => studio.saveDialog(state), again: () => state.tell("view"),
      person: studio.personSearch(state),
    });
    const view = studio.viewBar(state, find("view"), { longer });
    const cards = state.policy.weighings.map((_, place) => studio.weighingCard(state, place));
    const isFirst = find("editors").childElementCount === 0;
    const opened = new Set([...document.querySelectorAll("#editors details.section[open]")].map((one) =>
      one.dataset.section));
    const numbers = studio.numberSections(state, (name) =>
      (isFirst ? name === "parameters" : opened.has(name)));
    const heading = cards.length === 0 ? [] : [
      studio.make("h2", {}, say(state.language, "editWeighings")),
      ...(state.policy.weighings.some((one) => one.baseline.kind === "judgements")
        ? [studio.make("p", { class: "note how" }, say(state.language, "editHow"))] : []),
    ];
    find("editors").replaceChildren(...heading, ...cards.map((card) => card.element), numbers.element);
    return () => [header, view, ...cards, numbers].forEach((part) => part.update());
  };

  /** The sparks of the numbers on the left: what was answered for the present draft, and what is still wanted. */
  const sparks = (state) => {
    let answers = new Map();
    const hosts = () => [...document.querySelectorAll("#editors [data-spark]")];
    const isShown = (host) => host.offsetParent !== null;
    // Of very many people it takes long: then only what is looked at.
    const isQuick = !state.policy.isLarge;
    const draw = (path) => hosts().filter((host) => host.dataset.spark === path).forEach((host) => {
      host.classList.remove("stale");
      studio.spark(host, answers.get(path), { language: state.language });
    });
    return {
      forget: () => {
        answers = new Map();
        document.querySelectorAll("#editors [data-spark]").forEach((host) => host.classList.add("stale"));
      },
      take: (path, data) => {
        answers.set(path, data);
        draw(path);
      },
      redraw: () => [...answers.keys()].forEach(draw),
      /** Those in sight first, those in closed sections last. */
      wanted: () => {
        const seen = find("editors").getBoundingClientRect();
        const inSight = (host) => {
          const box = host.getBoundingClientRect();
          return box.bottom > seen.top && box.top < seen.bottom;
        };
        const open = hosts().filter((host) => !answers.has(host.dataset.spark));
        const rank = (host) => (!isShown(host) ? 2 : inSight(host) ? 0 : 1);
        return open.filter((host) => isQuick || isShown(host))
          .map((host) => ({ path: host.dataset.spark, rank: rank(host) }))
          .sort((one, other) => one.rank - other.rank).map((one) => one.path);
      },
    };
  };

  const start = async () => {
    const response = await fetch("/api/policy");
    const policy = await response.json();
    if (!response.ok) throw new studio.Refusal(policy.error);
    const state = studio.createState(policy);
    const main = find("board");
    let update = build(state, () => later.begin());
    const small = sparks(state);
    const answers = { stability: null, incentives: null };
    let asked = { key: null, column: null };
    const show = {
      board: () => studio.board(main, { policy, board: state.board, language: state.language,
        onSelect: ({ column, group }) => state.look(column, group) }),
      stability: () => studio.stability(main, { policy, stability: answers.stability, language: state.language }),
      incentives: () => studio.incentives(main, { data: answers.incentives, language: state.language,
        onSelect: askIncentives }),
    };
    const take = (name) => (data) => {
      answers[name] = data;
      show[name]();
    };
    /** Another person, or another number of that person: asked at once. */
    const askIncentives = async ({ key, column }) => {
      asked = { key, column };
      try {
        take("incentives")(await studio.post("/api/incentives", { changes: state.changes, ...asked }));
      } catch (failure) {
        if (!(failure instanceof studio.Refusal)) throw failure;
        state.refuse(failure);
      }
    };
    const later = studio.later(state, {
      first: [
        { route: "/api/stability", body: () => ({}), take: take("stability"),
          refuse: () => take("stability")({ weighings: [], fragile: null }) },
        { route: "/api/incentives", body: () => asked, take: take("incentives") },
      ],
      paths: small.wanted,
      sensitivity: small.take,
    });
    const painted = (sequence, board) => requestAnimationFrame(() => requestAnimationFrame(() =>
      performance.mark("steelyard:painted", { detail: { sequence, milliseconds: board.milliseconds } })));
    const ask = studio.boards(state, painted);
    state.listen((what) => {
      if (what === "changes") {
        later.stop();
        small.forget();
        answers.stability = answers.incentives = null;
      }
      if (what === "language") update = build(state, later.begin);
      update();
      if ((what === "board" || what === "language") && state.board) show.board();
      if (what === "language") {
        small.redraw();
        for (const name of ["stability", "incentives"]) if (answers[name]) show[name]();
      }
      if (what === "changes" || what === "view") ask();
      if (what === "board" || what === "spark") later.start();
    });
    find("editors").addEventListener("scroll", () => later.start(), { passive: true });
    studio.undoKeys(state);
    update();
    ask();
    await new Promise((done) => state.listen((what) => {
      if (what === "board" || what === "fault") done();
    }));
    return state;
  };

  const ready = start();
  window.steelyardStudio = { state: null, ready };
  ready.then((state) => { window.steelyardStudio.state = state; }).catch((failure) => {
    const { language } = document.documentElement.dataset;
    const lines = failure instanceof studio.Refusal ? studio.faultLines(failure.error)
      : [say(language, "editNoServer"), String(failure.message)];
    find("board").replaceChildren(studio.make("div", { class: "fault", role: "alert" },
      ...lines.map((line) => studio.make("p", {}, line))));
    console.error(failure);
  });
})();
