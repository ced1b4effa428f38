"use strict";
// Panels that follow every movement of the hand: weights, ranks, scores, pay, groups.
//
// A panel is {name, side, controls(panel, owner), key(data), layout(data), draw(body, data, options), empty or
// emptyWords(data), room(data), isPending(data)}. `data` is what is known: {policy, board, stability, ...}. The key says
// what is drawn: while it stays, nothing is done; it is null where there is nothing to draw, and then the
// phrase `empty` says why, in so much room. While the layout stays, the panel gets no lower.
(() => {
  const { text, charts, studio } = steelyard;
  const mostGroups = 16;
  const none = [];

  const weighing = (data) => {
    const place = Math.max(0, data.policy.weighings.findIndex((one) => one.path === data.weighing));
    return { policy: data.policy.weighings[place], draft: data.board.weighings[place] };
  };

  const bandsOf = (data, path) => {
    const all = data.stability ? data.stability.weighings : [];
    return all.find((one) => one.path === path) || { halfStep: null, wholeStep: null };
  };

  const weights = {
    name: "weights", side: 0, isPending: (data) => data.isPending,
    controls: (panel, owner) => {
      const update = studio.panelSelect(panel, "panelWeighing", (path) => owner.look({ weighing: path }));
      return (data) => update(data.language, data.policy.weighings, (one) => ({
        value: one.path, words: text(data.language, one.title) || one.path }), data.weighing || "");
    },
    key: (data) => {
      if (data.policy.weighings.length === 0) return null;
      const { policy, draft } = weighing(data);
      return JSON.stringify([policy.path, draft.weights, draft.eigenvector,
        bandsOf(data, policy.path), data.isPending]);
    },
    layout: (data) => data.weighing,
    empty: "noWeighings",
    draw: (body, data, options) => {
      const { policy, draft } = weighing(data);
      charts.weightBands(body, {
        labels: policy.labels, weights: draft.weights, before: policy.baseline.weights,
        eigenvector: draft.eigenvector || null, ...bandsOf(data, policy.path),
      }, { ...options, inOrder: true, isPending: data.isPending });
    },
  };

  const slopes = {
    name: "slopes", side: 1,
    controls: (panel, owner) => {
      const column = studio.panelSelect(panel, "panelColumn", (name) =>
        owner.select({ column: name, group: null }));
      const group = studio.panelSelect(panel, "panelGroup", (name) =>
        owner.select({ column: owner.data.board.slopes.column, group: name }));
      return ({ language, policy, board }) => {
        const shown = board.slopes || { column: policy.column, group: null };
        column(language, policy.columns, (one) => ({ value: one.name, words: one.name }),
          shown.column || "");
        const chosen = policy.columns.find((one) => one.name === shown.column);
        group(language, board.slopes && chosen ? chosen.groups : none,
          (name) => ({ value: name, words: name }), shown.group || "");
      };
    },
    key: ({ board }) => (board.slopes ? JSON.stringify(board.slopes) : null),
    layout: ({ board }) => `${board.slopes.column}\u0001${board.slopes.group}`,
    empty: "noSlopes",
    draw: (body, { board }, options) => charts.slopes(body, board.slopes, {
      ...options, step: 14, sides: ["baseline", "draft"] }),
  };

  const distributions = {
    name: "distributions", side: 1,
    key: ({ board }) => {
      const spread = board.distributions;
      return spread ? JSON.stringify([spread.column, spread.start, spread.width, spread.groups.length,
        steelyard.drawnGroups(spread, mostGroups), spread.measures]) : null;
    },
    layout: ({ board }) => board.distributions.column,
    empty: "noDistributions",
    draw: (body, { board }, options) =>
      charts.distributions(body, board.distributions, { ...options, most: mostGroups, row: 25 }),
  };

  const payroll = {
    name: "payroll", side: 0,
    key: ({ board }) => (board.payroll ? JSON.stringify(board.payroll) : null),
    layout: () => "",
    empty: "noPayroll",
    draw: (body, { board }, options) =>
      charts.payroll(body, board.payroll, { ...options, after: steelyard.colours.draft }),
  };

  const chosenGroups = ({ board, groupColumn }) =>
    board.groups.find((one) => one.column === groupColumn) || board.groups[0];

  const groups = {
    name: "groups", side: 0,
    controls: (panel, owner) => {
      const update = studio.panelSelect(panel, "panelColumn", (name) => owner.look({ groupColumn: name }));
      let columns = none;
      return (data) => {
        const now = data.board.groups.map((one) => one.column);
        if (now.join("\u0001") !== columns.join("\u0001")) columns = now;
        update(data.language, columns, (name) => ({ value: name, words: name }),
          now.length > 0 ? chosenGroups(data).column : "");
      };
    },
    key: (data) => (data.board.groups.length > 0 ? JSON.stringify(chosenGroups(data)) : null),
    layout: (data) => chosenGroups(data).column,
    empty: "noColumns",
    draw: (body, data, options) =>
      charts.groups(body, chosenGroups(data), { ...options, most: mostGroups, inOrder: true }),
  };

  studio.panels = [weights, payroll, groups, slopes, distributions];
})();
