"use strict";
// What the page asks of the server: boards while there is a hand on the mouse, and when there is quiet the
// answers that take longer.
(() => {
  const { studio } = steelyard;
  const quiet = 500;

  /** The server's words on why it did not answer; `error` is {message, path, notes, suggestion}. */
  class Refusal extends Error {
    constructor(error) {
      super(error.message);
      this.error = error;
    }
  }
  studio.Refusal = Refusal;

  /** Sends JSON and gives what comes back; throws Refusal. */
  studio.post = async (route, body, signal) => {
    let response;
    try {
      response = await fetch(route, {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body), signal,
      });
    } catch (failure) {
      if (failure.name === "AbortError") throw failure;
      throw new Refusal({ message: steelyard.say(document.documentElement.lang, "editNoServer") });
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) return answer;
    throw new Refusal((answer && answer.error)
      || { message: `${response.status} ${response.statusText}` });
  };

  /**
   * Asks for a board after each change, one at a time: while one is under way only the newest draft waits.
   * What is answered meanwhile is shown all the same, so that something moves while the hand does; a
   * refusal of a draft that is no longer the newest is dropped.
   */
  studio.boards = (state, drawn) => {
    let isRunning = false, isWanted = false;
    const run = async () => {
      isRunning = true;
      state.busy(true);
      while (isWanted) {
        isWanted = false;
        const sequence = state.sequence;
        const { column, group } = state.view;
        try {
          const board = await studio.post("/api/draft", { changes: state.changes, column, group });
          state.take(board);
          drawn(sequence, board);
        } catch (failure) {
          if (!(failure instanceof Refusal)) throw failure;
          if (!isWanted) state.refuse(failure.error);
        }
      }
      isRunning = false;
      state.busy(false);
    };
    return () => {
      isWanted = true;
      if (!isRunning) run().catch((failure) => console.error(failure));
    };
  };

  /**
   * After a time without changes asks what takes longer, one request after another, until the next change.
   *
   * `first` are {route, body, take}, asked once for a draft. `paths` gives the numbers whose sensitivity is
   * wanted, the most wanted first; it is asked again after each answer, since the page may have been scrolled.
   */
  studio.later = (state, { first, paths, sensitivity }) => {
    let timer = null, stop = null, answered = new Set();
    const run = async () => {
      stop = new AbortController();
      const { signal } = stop;
      const { changes } = state;
      const refused = (failure) => {
        if (failure.name === "AbortError") return true;
        if (failure instanceof Refusal) return false;
        throw failure;
      };
      for (const one of first.filter((asked) => !answered.has(asked))) {
        try {
          one.take(await studio.post(one.route, { changes, ...one.body() }, signal));
        } catch (failure) {
          if (refused(failure)) return;
        }
        answered.add(one);
      }
      const failed = new Set();
      for (;;) {
        const path = paths().find((one) => !failed.has(one));
        if (path === undefined) break;
        try {
          sensitivity(path, await studio.post("/api/sensitivity", { changes, path }, signal));
        } catch (failure) {
          if (refused(failure)) return;
          failed.add(path);
        }
      }
      stop = null;
    };
    return {
      /** The draft is another one: what is under way counts no more. */
      stop: () => {
        clearTimeout(timer);
        if (stop) stop.abort();
        stop = null;
        answered = new Set();
      },
      /** Begins after the time of quiet, unless something is under way. */
      start: () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (!stop && !state.fault) run().catch((failure) => console.error(failure));
        }, quiet);
      },
    };
  };
})();
