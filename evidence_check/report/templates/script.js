(function () {
  "use strict";
  var tools = document.getElementById("tools");
  var items = Array.prototype.slice.call(document.querySelectorAll("#requirements details.item"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("#requirements .group"));
  var word = document.getElementById("q"), status = document.getElementById("s"), count = document.getElementById("n");
  function filter() {
    var wanted = word.value.toLowerCase(), shown = 0;
    items.forEach(function (item) {
      var fits = (!status.value || item.dataset.s === status.value) && item.textContent.toLowerCase().indexOf(wanted) >= 0;
      item.hidden = !fits;
      if (fits) { shown += 1; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("details.item:not([hidden])"); });
    count.textContent = tools.dataset.count.replace("{shown}", shown).replace("{total}", items.length);
  }
  function setAll(open) { items.forEach(function (item) { if (!item.hidden) { item.open = open; } }); }
  function follow() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") { target.hidden = false; target.open = true; target.scrollIntoView(); }
  }
  if (tools) {
    tools.hidden = false;
    word.addEventListener("input", filter);
    status.addEventListener("change", filter);
    document.getElementById("open").addEventListener("click", function () { setAll(true); });
    document.getElementById("close").addEventListener("click", function () { setAll(false); });
    filter();
  }
  window.addEventListener("hashchange", follow);
  follow();
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll("details.item:not(.filerow):not([open])"));
    closed.forEach(function (item) { item.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (item) { item.open = false; }); });
}());
