(function () {
  "use strict";
  function by(id) { return document.getElementById(id); }
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function told(shown, total) { return tools.dataset.count.replace("{shown}", shown).replace("{total}", total); }
  var tools = by("tools"), flat = by("flat"), word = by("q"), status = by("s"), dimension = by("d"), order = by("o");
  var items = all("#requirements details.item"), groups = all("#requirements .group");
  var files = all("#files details.item"), closed = [];
  items.forEach(function (item, place) { item.home = item.parentNode; item.place = place; });

  function text(item) {
    if (item.words === undefined) { item.words = item.textContent.toLowerCase(); }
    return item.words;
  }
  function within(item, wanted) {
    return wanted.split(/\s+/).every(function (part) { return text(item).indexOf(part) >= 0; });
  }
  function filter() {
    var wanted = word.value.trim().toLowerCase(), shown = 0;
    items.forEach(function (item) {
      item.hidden = !((!status.value || item.dataset.s === status.value) &&
        (!dimension.value || item.dataset.d === dimension.value) && within(item, wanted));
      if (!item.hidden) { shown += 1; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("details.item:not([hidden])"); });
    by("none").hidden = shown > 0;
    by("n").textContent = told(shown, items.length);
  }
  function key(item, by_what) {
    if (by_what === "n") { return item.querySelector(".nm").textContent.toLowerCase(); }
    return by_what === "w" ? +item.dataset.w : by_what === "e" ? +item.dataset.ease : item.place;
  }
  function inOrder(list, by_what) {
    return list.slice().sort(function (one, other) {
      var first = key(one, by_what), second = key(other, by_what);
      return typeof first === "string" ? first.localeCompare(second) : first - second;
    });
  }
  function sort() {
    var chosen = order.value;
    inOrder(items, chosen).forEach(function (item) { (chosen ? flat : item.home).appendChild(item); });
    flat.hidden = !chosen;
    filter();
  }
  function clear() {
    word.value = status.value = dimension.value = "";
    filter();
  }
  function setAll(open) { items.forEach(function (item) { if (!item.hidden) { item.open = open; } }); }
  function follow() {
    var target = location.hash.length > 1 && by(location.hash.slice(1));
    if (!target || target.tagName !== "DETAILS") { return; }
    if (target.hidden) { clear(); }
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }
  function gaps() {
    var list = by("gaplist"), rows = all("#gaplist > li"), buttons = all("#gaptools button"), how = by("gs");
    rows.forEach(function (row) { row.place = +row.dataset.o; });
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        buttons.forEach(function (each) { each.setAttribute("aria-pressed", each === button); });
        rows.forEach(function (row) { row.hidden = !!button.dataset.e && row.dataset.e !== button.dataset.e; });
      });
    });
    how.addEventListener("change", function () {
      inOrder(rows, how.value).forEach(function (row) { list.appendChild(row); });
    });
    by("gaptools").hidden = false;
  }
  function findFiles() {
    var wanted = by("fq").value.trim().toLowerCase(), shown = 0;
    files.forEach(function (file) {
      file.hidden = !within(file, wanted);
      if (!file.hidden) { shown += 1; }
    });
    by("fn").textContent = told(shown, files.length);
  }

  tools.hidden = false;
  word.addEventListener("input", filter);
  [status, dimension].forEach(function (each) { each.addEventListener("change", filter); });
  order.addEventListener("change", sort);
  by("open").addEventListener("click", function () { setAll(true); });
  by("close").addEventListener("click", function () { setAll(false); });
  by("clear").addEventListener("click", clear);
  sort();
  if (by("gaptools")) { gaps(); }
  if (by("filetools")) {
    by("filetools").hidden = false;
    by("fq").addEventListener("input", findFiles);
  }
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      word.focus();
      word.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && tools.contains(event.target)) {
      clear();
    }
  });
  window.addEventListener("hashchange", follow);
  follow();
  window.addEventListener("beforeprint", function () {
    closed = all("details.item:not(.filerow):not([open])");
    closed.forEach(function (item) { item.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (item) { item.open = false; }); });
}());
