/* `[data-copy]` copies the code of its `.snippet` and says so in words that stand in the page. Without this, the button
   stays hidden and the code is there to be selected. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const snippet = button.closest(".snippet")
  const status = snippet.querySelector("[role=status]")
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(snippet.querySelector("code").textContent)
      status.textContent = status.dataset.copied
    } catch {
      status.textContent = status.dataset.failed
    }
  })
  button.hidden = false
}
