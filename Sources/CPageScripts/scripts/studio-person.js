"use strict";
// Searching a person, and how the person stands by the policy and by the draft, side by side.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make } = studio;

  /** A search field whose list is moved through by keys; whoever is chosen is shown. */
  studio.personSearch = (state) => {
    const { language } = state;
    const identity = "people-found";
    const list = make("ul", { role: "listbox", id: identity, "aria-label": say(language, "editPeopleFound"),
      hidden: true });
    const note = make("p", { class: "note", role: "status", hidden: true });
    const field = make("input", { type: "search", role: "combobox", "aria-expanded": "false",
      "aria-controls": identity, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
      placeholder: say(language, "editPerson"), "aria-label": say(language, "editPerson") });
    let timer = null, stop = null, found = [], place = -1;

    const close = () => {
      list.hidden = note.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
      place = -1;
    };
    const open = (person) => {
      close();
      studio.personDialog(state, person.key);
    };
    const point = (to) => {
      place = to;
      [...list.children].forEach((option, index) =>
        option.setAttribute("aria-selected", String(index === place)));
      if (place >= 0) {
        field.setAttribute("aria-activedescendant", `${identity}-${place}`);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    };
    const show = ({ people, hasMore }) => {
      found = people;
      list.replaceChildren(...people.map((person, index) => make("li", { role: "option",
        id: `${identity}-${index}`, "aria-selected": "false",
        pointerdown: (event) => {
          event.preventDefault();
          open(person);
        } }, make("b", {}, person.key), ` ${Object.values(person.texts).join(" · ")} `,
      make("span", { class: "figure-text" }, [person.final == null ? "–"
        : number.fixed(person.final, state.policy.decimals), text(language, person.grade)]
        .filter((words) => words).join(" · ")))));
      list.hidden = people.length === 0;
      field.setAttribute("aria-expanded", String(people.length > 0));
      note.hidden = people.length > 0 && !hasMore;
      studio.write(note, say(language, people.length === 0 ? "editNobodyFound" : "editMorePeople"));
      place = -1;
    };
    const search = async () => {
      if (stop) stop.abort();
      const query = field.value.trim();
      if (query === "") return close();
      stop = new AbortController();
      try {
        show(await studio.post("/api/people", { query, changes: state.changes }, stop.signal));
      } catch (failure) {
        if (failure.name === "AbortError") return;
        if (!(failure instanceof studio.Refusal)) throw failure;
        show({ people: [], total: 0 });
        studio.write(note, failure.error.message);
      }
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 150);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (found.length === 0 || list.hidden) return;
        const step = event.key === "ArrowDown" ? 1 : -1;
        point((place + step + found.length + (place < 0 && step < 0 ? 1 : 0)) % found.length);
      } else if (event.key === "Enter" && !list.hidden && found.length > 0) {
        open(found[Math.max(0, place)]);
      } else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    return make("div", { class: "person-search" }, field, make("div", { class: "found" }, list, note));
  };

  /**
   * What is said of a person by one policy, as rows {kind, key, title, cells} where cells are the raw value,
   * the score, the weight and the points, or one text for all of them. What comes out stands first.
   */
  const rows = (language, person, decimals) => {
    const fixed = (value) => (value == null ? "–" : number.fixed(value, decimals));
    const percent = (value) => (value == null ? "–" : number.percent(value));
    const lines = [];
    const add = (kind, key, title, ...cells) => lines.push({ kind, key, title, cells });
    if (person.isRejected) {
      add("total", "state", say(language, "editState"),
        say(language, "editIsRejected", text(language, person.reason)));
    }
    add("total", "final", say(language, "editFinal"), fixed(person.final));
    for (const rank of person.ranks || []) {
      const title = text(language, rank.title);
      add("rank", `rank.${title}`, title, rank.rank == null ? "–"
        : say(language, "editRankOf", number.count(rank.rank), number.count(rank.of)));
    }
    if (person.grade != null) add("total", "grade", say(language, "editGrade"), text(language, person.grade));
    if (person.pay != null) add("total", "pay", say(language, "editPayHead"), number.money(person.pay));
    const results = lines.length;
    for (const dimension of person.dimensions || []) {
      add("dimension", dimension.name, text(language, dimension.title) || dimension.name, "",
        fixed(dimension.score), percent(dimension.weight), fixed(dimension.points));
      for (const measure of dimension.measures) {
        add("measure", `${dimension.name}.${measure.name}`, text(language, measure.title) || measure.name,
          measure.raw == null ? "–" : number.plain(measure.raw, 4),
          measure.isCapped ? say(language, "editCapped", fixed(measure.score)) : fixed(measure.score),
          percent(measure.weight), fixed(measure.points));
      }
    }
    add("total", "total", say(language, "editTotal"), fixed(person.total));
    for (const gate of person.gates || []) {
      const title = text(language, gate.title);
      add("gate", `gate.${title}`, title, gate.applied
        ? text(language, gate.effect) || say(language, "editApplied") : say(language, "editNotApplied"));
    }
    lines.slice(results, results + 1).forEach((line) => { line.kind += " begins"; });
    return lines;
  };

  const columns = ["editRaw", "editScore", "editWeight", "editPointsHead"];

  /** The cells of one side of a row; those that differ from the other side are bold. */
  const side = (row, other, name) => {
    if (!row) return [make("td", { class: `number ${name}`, colspan: columns.length }, "–")];
    return row.cells.map((words, place) => make("td", {
      class: place === 0 ? `number ${name}` : "number",
      colspan: row.cells.length === 1 ? columns.length : null,
    }, other && (!other.row || other.row.cells[place] !== words) ? make("strong", {}, words) : words));
  };

  /** A person by the policy and by the draft, as a table. */
  const comparison = (language, found) => {
    const before = rows(language, found.baseline, found.decimals);
    const after = rows(language, found.draft, found.decimals);
    const find = (list, key) => list.find((row) => row.key === key);
    const keys = [...after, ...before.filter((row) => !find(after, row.key))].map((row) => row.key);
    const heads = (name) => columns.map((head, place) => make("th", { scope: "col",
      class: place === 0 ? `number ${name}` : "number" }, say(language, head)));
    return make("table", {}, make("thead", {},
      make("tr", {}, make("td"), ...[["editByPolicy", "before"], ["editByDraft", "after"]].map(([words, name]) =>
        make("th", { scope: "colgroup", colspan: columns.length, class: name }, say(language, words)))),
      make("tr", {}, make("td"), ...heads("before"), ...heads("after"))),
    make("tbody", {}, ...keys.map((key) => {
      const [was, is] = [find(before, key), find(after, key)];
      return make("tr", { class: (is || was).kind }, make("th", { scope: "row" }, (is || was).title),
        ...side(was, null, "before"), ...side(is, { row: was }, "after"));
    })));
  };

  /** Shows a person in a dialog. */
  studio.personDialog = async (state, key) => {
    const { language } = state;
    const body = make("div", { class: "person" }, make("p", { role: "status" }, say(language, "editLoading")));
    const print = (which) => studio.button(say(language, which === "draft" ? "editPageDraft" : "editPageBaseline"),
      () => studio.openPage("/person", { changes: JSON.stringify(state.changes), key, language, which }));
    studio.dialog(language, say(language, "editPersonTitle", key), body, make("p", { class: "buttons" },
      `${say(language, "editPrint")} `, print("baseline"), " ", print("draft")));
    try {
      const found = await studio.post("/api/person", { changes: state.changes, key });
      const isCapped = [found.baseline, found.draft].some((person) => (person.dimensions || [])
        .some((dimension) => dimension.measures.some((measure) => measure.isCapped)));
      body.replaceChildren(make("p", {}, Object.values(found.texts).join(" · ")), comparison(language, found),
        ...(isCapped ? [make("p", { class: "note" }, say(language, "editCappedNote"))] : []));
    } catch (failure) {
      if (!(failure instanceof studio.Refusal)) throw failure;
      body.replaceChildren(make("div", { class: "fault", role: "alert" },
        ...studio.faultLines(failure.error).map((line) => make("p", {}, line))));
    }
  };
})();
