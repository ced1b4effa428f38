"use strict";
// What the page knows: the policy, the draft with what can be undone, the last good board. The draft is
// kept in the browser under the policy's name, version and numbers, so that a reload keeps it and another
// policy does not get it.
(() => {
  const { studio } = steelyard;
  const longest = 200;

  /** A short number that differs when the text differs (FNV-1a, 32 bits, twice with other beginnings). */
  const hash = (words) => [0x811c9dc5, 0x1b873593].map((beginning) => {
    let value = beginning;
    for (let place = 0; place < words.length; place += 1) {
      value = Math.imul(value ^ words.charCodeAt(place), 0x01000193);
    }
    return (value >>> 0).toString(16).padStart(8, "0");
  }).join("");

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  // A browser may refuse to keep anything; the studio works without, but a reload loses the draft.
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      return;
    }
  };

  /**
   * The state of a page. Listeners get the name of what changed: "changes", "board", "fault", "language",
   * "view" or "busy".
   */
  studio.createState = (policy) => {
    const key = ["steelyard-studio", policy.policy.name, policy.policy.version,
      hash(JSON.stringify([policy.weighings, policy.numbers]))].join(":");
    const stored = read(key) || {};
    const listeners = [];
    let undone = [];
    let done = Array.isArray(stored.done) ? stored.done.map(studio.draft.cleaned) : [];
    let gestureNow = null;

    const state = {
      policy,
      changes: studio.draft.cleaned(stored.changes),
      board: null,
      /** The refusal of the newest draft, {error, isDraft, target}, or null. */
      fault: null,
      /** Where the last change was made: a path. */
      target: null,
      language: read("steelyard-studio:language") || (navigator.language.startsWith("zh") ? "zh" : "en"),
      /** Whose ranks and scores are shown; null leaves it to the server. */
      view: { column: policy.column, group: null },
      /** Counts changes; a board belongs to the change that it was asked for. */
      sequence: 0,
      isBusy: false,

      listen: (listener) => listeners.push(listener),
      tell: (what) => listeners.forEach((listener) => listener(what)),

      /**
       * Takes a new draft. Changes with the same gesture, an object that a drag or a typed text holds on to,
       * are undone together.
       */
      change: (changes, target, gesture = null) => {
        if (JSON.stringify(changes) === JSON.stringify(state.changes)) return;
        if (gesture === null || gesture !== gestureNow) {
          done = [...done, state.changes].slice(-longest);
        }
        gestureNow = gesture;
        undone = [];
        move(changes, target);
      },
      undo: () => {
        if (!state.canUndo()) return;
        undone = [...undone, state.changes];
        const before = done[done.length - 1];
        done = done.slice(0, -1);
        gestureNow = null;
        move(before, null);
      },
      redo: () => {
        if (!state.canRedo()) return;
        done = [...done, state.changes];
        const after = undone[undone.length - 1];
        undone = undone.slice(0, -1);
        gestureNow = null;
        move(after, null);
      },
      canUndo: () => done.length > 0,
      canRedo: () => undone.length > 0,

      look: (column, group) => {
        state.view = { column, group };
        state.tell("view");
      },
      speak: (language) => {
        state.language = language;
        keep("steelyard-studio:language", language);
        state.tell("language");
      },
      take: (board) => {
        state.board = board;
        state.fault = null;
        state.tell("board");
      },
      refuse: ({ error, isDraft }) => {
        state.fault = { error, isDraft, target: error.path || state.target };
        state.tell("fault");
      },
      busy: (isBusy) => {
        state.isBusy = isBusy;
        state.tell("busy");
      },
      /** The draft's weighing at a place, or the policy's while there is no board. */
      weighing: (place) => (state.board ? state.board.weighings[place]
        : policy.weighings[place].baseline),
    };

    const move = (changes, target) => {
      state.sequence += 1;
      performance.mark("steelyard:change", { detail: { sequence: state.sequence, target } });
      state.changes = changes;
      state.target = target;
      keep(key, { changes, done: done.slice(-20) });
      state.tell("changes");
    };
    return state;
  };
})();
