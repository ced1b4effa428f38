"use strict";
// What the page asks of the server: boards while there is a hand on the mouse, and when there is quiet the
// answers that take longer.
(() => {
  const { studio } = steelyard;
  const quiet = 500;

  /**
   * Why there is no answer: `error` is {message, path, notes, suggestion} in the server's words; `isDraft`
   * where it is the draft's fault, so that asking again is of no use.
   */
  class Refusal extends Error {
    constructor(error, isDraft = false) {
      super(error.message);
      this.error = error;
      this.isDraft = isDraft;
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
      || { message: `${response.status} ${response.statusText}` }, response.status === 422);
  };

  /**
   * Asks for a board after each change, one at a time: while one is under way only the newest draft waits,
   * and it is sent before the answer is drawn, so that the server works while the page does. What is answered
   * meanwhile is shown all the same, so that something moves while the hand does; a refusal of a draft that
   * is no longer the newest is dropped.
   */
  studio.boards = (state, drawn) => {
    let isRunning = false, isWanted = false;
    const send = () => {
      isWanted = false;
      const { sequence, changes, view } = state;
      // The group on the right stays while anything happens in it.
      const shown = state.board && state.board.slopes;
      const before = shown && shown.column === view.column ? shown.group : null;
      return studio.post("/api/draft", { changes, ...view, before }).then((board) => ({ sequence, board }),
        (failure) => ({ sequence, failure }));
    };
    const run = async () => {
      isRunning = true;
      state.busy(true);
      for (let asked = send(); asked;) {
        const { sequence, board, failure } = await asked;
        asked = isWanted ? send() : null;
        if (board) {
          state.take(board);
          drawn(sequence, board);
        } else if (!(failure instanceof Refusal)) throw failure;
        else if (!asked) state.refuse(failure);
        if (!asked && isWanted) asked = send();
      }
      isRunning = false;
      state.busy(false);
    };
    return () => {
      isWanted = true;
      if (!isRunning) {
        run().catch((failure) => {
          isRunning = false;
          state.busy(false);
          console.error(failure);
        });
      }
    };
  };

  /**
   * After a time without changes asks what takes longer, one request after another, until the next change.
   *
   * `first` are {route, body, take, refuse}, asked once for a draft. `paths` gives the numbers whose
   * sensitivity is wanted, the most wanted first; it is asked again after each answer, since the page may have
   * been scrolled. Of very many people it is asked only on demand: it would keep the server from following the
   * hand.
   */
  studio.later = (state, { first, paths, sensitivity }) => {
    let timer = null, stop = null, answered = new Set();
    const run = async () => {
      stop = new AbortController();
      const { signal } = stop;
      const { changes } = state;
      // One number may have nothing to say; where the server has not, nothing more is asked.
      const ends = (failure) => {
        if (failure.name !== "AbortError" && !(failure instanceof Refusal)) throw failure;
        if (failure.isDraft) return false;
        stop = null;
        return true;
      };
      for (const one of first.filter((asked) => !answered.has(asked))) {
        try {
          one.take(await studio.post(one.route, { changes, ...one.body() }, signal));
        } catch (failure) {
          if (ends(failure)) return;
          if (one.refuse) one.refuse();
        }
        answered.add(one);
      }
      // An inconsistent draft can be looked at, but numbers are varied only of a policy that could be saved.
      const failed = new Set();
      while (!state.board.warning) {
        const path = paths().find((one) => !failed.has(one));
        if (path === undefined) break;
        try {
          sensitivity(path, await studio.post("/api/sensitivity", { changes, path }, signal));
        } catch (failure) {
          if (ends(failure)) return;
          failed.add(path);
        }
      }
      stop = null;
    };
    const begin = () => {
      clearTimeout(timer);
      if (!stop && !state.fault) run().catch((failure) => console.error(failure));
    };
    return {
      /** Begins at once, unless something is under way. */
      begin,
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
        if (!state.policy.isLarge) timer = setTimeout(begin, quiet);
      },
    };
  };
})();
