"use strict";
// The top of the page: what is looked at, what the draft does in figures, and what can be done with it.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make, draft } = studio;

  /** A figure in a box that keeps its place while its value changes. */
  const figure = (words) => {
    const value = make("b"), more = make("small");
    return { element: make("div", { class: "figure" }, make("span", {}, words), value, more),
      show: (said, note) => {
        studio.write(value, said);
        studio.write(more, note || "");
      } };
  };

  /** The draft's figures against the policy. */
  const figures = (state) => {
    const { language } = state;
    const grades = figure(say(language, "editGrades")), ranks = figure(say(language, "editRanks"));
    const pay = figure(say(language, "editPay")), paid = figure(say(language, "editPaid"));
    return {
      element: make("div", { class: "figures", role: "group", "aria-label": say(language, "editEffect") },
        grades.element, ranks.element, pay.element, paid.element),
      update: () => {
        const { board } = state;
        if (!board) return;
        const { effect, payroll } = board;
        grades.element.hidden = effect.gradeChanges == null;
        if (effect.gradeChanges != null) {
          grades.show(number.count(effect.gradeChanges),
            say(language, "editUpDown", number.count(effect.gradesUp), number.count(effect.gradesDown)));
        }
        ranks.show(number.count(effect.rankMovers),
          effect.meanRankShift == null ? "" : say(language, "editMeanShift",
            number.plain(effect.meanRankShift, 1)));
        pay.element.hidden = paid.element.hidden = !payroll;
        if (payroll) {
          const change = payroll.after - payroll.before;
          pay.show(`${number.signed(change)} ${text(language, payroll.unit)}`,
            payroll.budgetAfter == null ? say(language, "editPayIs", number.count(payroll.after))
              : say(language, payroll.after > payroll.budgetAfter ? "editOver" : "editUnder",
                number.count(Math.abs(payroll.after - payroll.budgetAfter))));
          paid.show(say(language, "editMoreLess", number.count(payroll.gaining),
            number.count(payroll.losing)), "");
        }
      },
    };
  };

  /** The list of the draft's changes, over the page so that nothing jumps when it grows. */
  const changeList = (state, button) => {
    const { language } = state;
    const list = make("ol", {});
    const panel = make("div", { class: "changes-panel", id: "changes", hidden: true, role: "region",
      "aria-label": say(language, "editChanges") }, list);
    const show = (isShown) => {
      panel.hidden = !isShown;
      button.setAttribute("aria-expanded", String(isShown));
      if (isShown) fill();
    };
    const fill = () => {
      const entries = draft.list(state.policy, state.changes, language);
      list.replaceChildren(...entries.map((entry, place) => make("li", {}, entry.words, " ",
        studio.button(say(language, "editRemove"), () => {
          state.change(entry.without, entry.target);
          const rest = list.querySelectorAll("button");
          (rest[Math.min(place, rest.length - 1)] || button).focus();
        }, { "aria-label": say(language, "editRemoveThis", entry.words) }))));
      if (entries.length === 0) {
        list.replaceChildren(make("li", { class: "note" }, say(language, "editNoChanges")));
      }
    };
    button.addEventListener("click", () => show(panel.hidden));
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      show(false);
      button.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!panel.hidden && !panel.contains(event.target) && event.target !== button) show(false);
    });
    return { element: panel, update: () => {
      const count = draft.list(state.policy, state.changes, language).length;
      studio.write(button, say(language, "editChangesCount", count));
      if (!panel.hidden) fill();
    } };
  };

  /** Fills the header. update() shows what the state holds. */
  studio.header = (state, parent, { save, again, person }) => {
    const { language, policy } = state;
    const title = text(language, policy.policy.title) || policy.policy.name;
    const facts = [`${policy.policy.name} ${policy.policy.version}`,
      say(language, "editScored", number.count(policy.people))];
    if (policy.rejected > 0) facts.push(say(language, "editRejected", number.count(policy.rejected)));
    const languages = [["en", "English"], ["zh", "中文"]].map(([name, words]) =>
      studio.button(words, () => state.speak(name), { lang: name, "data-language": name,
        "aria-pressed": String(name === language) }));
    const undo = studio.button(say(language, "editUndo"), state.undo,
      { title: "Ctrl+Z", "data-action": "undo" });
    const redo = studio.button(say(language, "editRedo"), state.redo,
      { title: "Ctrl+Shift+Z, Ctrl+Y", "data-action": "redo" });
    const resetAll = studio.button(say(language, "editReset"), () => state.change({}, null),
      { "data-action": "reset" });
    const saving = studio.button(say(language, "editSave"), save, { class: "main", "data-action": "save" });
    const changes = make("button", { type: "button", "aria-expanded": "false", "aria-controls": "changes",
      "data-action": "changes" });
    const list = changeList(state, changes);
    const dot = make("span", { class: "dot-busy", role: "img", "aria-label": say(language, "editBusy") });
    const numbers = figures(state);
    const line = make("span", { role: "status" });
    const retry = studio.button(say(language, "editAgain"), again, { hidden: true });
    parent.replaceChildren(
      make("div", { class: "top" },
        make("div", { class: "title" }, make("h1", {}, title),
          make("p", { title: policy.policy.file }, facts.join(" · ")),
          policy.notice ? make("p", { class: "notice", title: policy.notice }, policy.notice) : null),
        person, make("p", { class: "languages", role: "group", "aria-label": "Language 语言" }, ...languages)),
      make("div", { class: "bar" }, numbers.element,
        make("div", { class: "actions" }, dot, undo, redo, resetAll,
          make("div", { class: "changes" }, changes, list.element), saving)),
      make("p", { class: "state" }, line, " ", retry));
    document.title = `${title} - ${say(language, "editStudio")}`;

    return { update: () => {
      numbers.update();
      list.update();
      const isEmpty = draft.isEmpty(state.changes);
      const { fault, board } = state;
      const warning = fault
        ? say(language, fault.isDraft ? "editLastGood" : "editNoAnswer", fault.error.message)
        : board && board.warning ? text(language, board.warning) : "";
      studio.write(line, warning || (isEmpty ? say(language, "editAsPolicy") : say(language, "editDraftGood")));
      line.parentElement.classList.toggle("warning", Boolean(warning));
      retry.hidden = !fault || fault.isDraft;
      undo.disabled = !state.canUndo();
      redo.disabled = !state.canRedo();
      resetAll.disabled = isEmpty;
      saving.disabled = isEmpty || Boolean(warning);
      dot.classList.toggle("on", state.isBusy);
    } };
  };

  /** Undo and redo by keys, wherever the focus is but in a text that is being typed. */
  studio.undoKeys = (state) => document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input[type=search], input.typing")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) state.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) state.redo();
    else return;
    event.preventDefault();
  });

  /** What groups the ranks shown are of, and that group's page to print. */
  studio.viewBar = (state, parent, { longer }) => {
    const { language } = state;
    const words = make("span", { class: "shown" });
    const page = (which) => studio.button(say(language, which === "draft" ? "editPageDraft" : "editPageBaseline"),
      () => studio.openPage("/branch", { changes: JSON.stringify(state.changes), language, which,
        column: state.board.slopes.column, group: state.board.slopes.group }));
    const prints = make("span", { class: "prints" }, words, " ", say(language, "editPrint"), " ",
      page("baseline"), " ", page("draft"));
    const demand = state.policy.isLarge ? [studio.button(say(language, "editLonger"), longer)] : [];
    parent.replaceChildren(prints, ...demand);
    return { update: () => {
      const slopes = state.board && state.board.slopes;
      prints.hidden = !slopes || slopes.group == null;
      parent.hidden = prints.hidden && demand.length === 0;
      if (!prints.hidden) studio.write(words, say(language, "editGroupOf", slopes.column, slopes.group));
    } };
  };
})();
