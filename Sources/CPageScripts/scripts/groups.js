"use strict";
// Who gains and who loses by a change, in each group of a text column.
(() => {
  const { say, number, colours } = steelyard;

  /**
   * data: {column, measure: "pay" or "final", groups: [{name or null, merged, count, counts}]}; the first
   * group is everybody. counts: how many lose over 5 %, lose less, stay, gain less, gain over 5 %. merged: how
   * many groups are put together because some are too small. options.most: how many are drawn, the most
   * affected first; with options.inOrder, where none is left out, by name.
   */
  steelyard.charts.groups = (element, data, options) => {
    const { language } = options;
    const most = options.most || 16;
    const [everybody, ...groups] = data.groups;
    // By a change of finals nearly everybody is affected: there it counts who loses.
    const affected = (group) => (data.measure === "pay"
      ? group.count - group.counts[2] : group.counts[0] + group.counts[1]) / group.count;
    const ranked = groups.slice().sort((one, other) => affected(other) - affected(one));
    const byName = (one, other) => d3.ascending(one.name == null, other.name == null)
      || d3.ascending(one.name, other.name);
    const drawn = [everybody, ...(options.inOrder && groups.length <= most
      ? groups.slice().sort(byName) : ranked.slice(0, most))];
    const width = options.width || steelyard.width;
    const name = (group) => (group === everybody ? say(language, "everybody")
      : group.merged > 1 ? say(language, "merged", group.merged)
        : group.name == null ? say(language, "noText") : group.name);
    const worst = ranked[0];
    const title = !worst || affected(everybody) === 0
      ? say(language, "groupsStill", data.column)
      : say(language, data.measure === "pay" ? "groupsTitle" : "groupsLose", number.percent(affected(everybody)), name(worst),
        number.percent(affected(worst)));
    const kinds = ["loseMuch", "loseLittle", "unchanged", "gainLittle", "gainMuch"];

    const draw = (svg) => {
      const left = Math.min(226, 0.36 * width), right = width - 66, top = 16, step = 21;
      const side = (group, places) => d3.sum(places, (place) => group.counts[place]) / group.count;
      const limit = Math.max(0.02, d3.max(drawn, (group) =>
        Math.max(side(group, [0, 1]), side(group, [3, 4]))));
      const scale = d3.scaleLinear().domain([-limit, limit]).range([left, right]);
      const weak = steelyard.hatching(svg, colours.less, steelyard.partIdentity("less", options));
      const fills = [colours.less, weak, "none", "#a9c4de", colours.more];
      svg.append("text").attr("x", scale(0) - 6).attr("y", 10).attr("text-anchor", "end")
        .attr("fill", colours.faint).text(`← ${say(language, "worseOff")}`);
      svg.append("text").attr("x", scale(0) + 6).attr("y", 10).attr("fill", colours.faint)
        .text(`${say(language, "betterOff")} →`);
      svg.append("text").attr("x", right + 8).attr("y", 10).attr("font-size", 9.5)
        .attr("fill", colours.faint).text(say(language, "unchanged"));
      drawn.forEach((group, place) => {
        const y = top + place * step;
        const row = svg.append("g").attr("class", "mark")
          .attr("font-weight", group === everybody ? 700 : 400);
        row.append("text").attr("x", left - 8).attr("y", y + 12).attr("text-anchor", "end")
          .text(steelyard.short(name(group), Math.min(29, Math.floor((left - 54) / 5.7))) + ` (${number.count(group.count)})`)
          .append("title").text(name(group));
        const bar = (from, to, fill) => {
          if (from === to) return;
          const [low, high] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
          row.append("rect").attr("class", "bar").attr("x", low).attr("y", y + 2)
            .attr("width", high - low).attr("height", 13).attr("fill", fill)
            .attr("stroke", colours.ink).attr("stroke-width", 0.5);
        };
        const share = group.counts.map((count) => count / group.count);
        bar(0, -share[1], fills[1]);
        bar(-share[1], -share[1] - share[0], fills[0]);
        bar(0, share[3], fills[3]);
        bar(share[3], share[3] + share[4], fills[4]);
        row.append("text").attr("x", right + 8).attr("y", y + 12)
          .text(number.percent(share[2]));
      });
      const bottom = top + drawn.length * step + 2;
      svg.append("line").attr("x1", scale(0)).attr("x2", scale(0)).attr("y1", top)
        .attr("y2", bottom).attr("stroke", colours.ink);
      svg.append("g").selectAll("text").data(scale.ticks(6)).join("text").attr("x", scale)
        .attr("y", bottom + 11).attr("text-anchor", "middle").attr("fill", colours.faint)
        .text((tick) => number.percent(Math.abs(tick)));
      steelyard.axisTitle(svg, left - 12, bottom + 11, options, say(language, "shareAxis"));
      const down = steelyard.legend(svg, options.width ? 8 : 40, bottom + 20, kinds.map((kind, place) => ({ kind, place }))
        .filter((entry) => entry.place !== 2).map((entry) => ({
          text: say(language, entry.kind),
          draw: (group) => group.append("rect").attr("width", 24).attr("height", 12)
            .attr("fill", fills[entry.place]).attr("stroke", colours.ink)
            .attr("stroke-width", 0.5),
        })), options.width);
      return bottom + 38 + down;
    };
    const rest = groups.length > most ? say(language, "restAffected", most, groups.length) : "";
    return steelyard.figure(element, language, {
      name: "groups", title, draw, width, notes: [say(language, data.measure === "pay" ? "groupsPay" : "groupsFinal"),
        say(language, "groupsNote", data.column), rest,
        data.groups.some((group) => group.merged > 1) && data.groups.length > 1
          ? say(language, "mergedNote") : ""],
      table: () => ({
        heads: [data.column, say(language, "peopleHead"), ...kinds.map((kind) =>
          say(language, kind))],
        rows: data.groups.map((group) => [name(group), number.count(group.count),
          ...group.counts.map(number.count)]),
      }),
    });
  };
})();
