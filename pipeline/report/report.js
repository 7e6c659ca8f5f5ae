document.documentElement.classList.add("js");
const form = document.getElementById("filter");
if (form) {
  const findings = [...document.querySelectorAll("#findings > article")];
  const status = document.getElementById("filter-count");
  const apply = () => {
    const severities = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const rule = form.elements.rule.value;
    let shown = 0;
    for (const finding of findings) {
      const wanted = severities.has(finding.dataset.severity) && (rule === "" || finding.dataset.rule === rule);
      finding.hidden = !wanted;
      shown += wanted ? 1 : 0;
    }
    status.textContent = `${shown} / ${findings.length} ${status.dataset.label}`;
  };
  form.addEventListener("input", apply);
  apply();
}
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
for (const mark of document.querySelectorAll(".mark.accused")) {
  const frame = mark.closest(".scroll");
  frame.scrollLeft = mark.offsetLeft + mark.offsetWidth / 2 - frame.clientWidth / 2;
}
