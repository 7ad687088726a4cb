/* The cards of explained terms open on click, touch and Enter without this. Here they also open on hover and on keyboard
   focus, beside their word. Escape closes them; a pointer may go to the card without closing it. */
const cards = "popover" in HTMLElement.prototype

for (const button of document.querySelectorAll("button.term")) {
  const card = document.getElementById(button.getAttribute("popovertarget"))
  let timer
  let hovered = false

  const show = () => card.matches(":popover-open") || card.showPopover({ source: button })
  const hide = () => card.matches(":popover-open") && card.hidePopover()
  const later = (action, delay) => {
    clearTimeout(timer)
    timer = setTimeout(action, delay)
  }

  const place = () => {
    const word = button.getBoundingClientRect()
    const { width, height } = card.getBoundingClientRect()
    const below = word.bottom + 8 + height < innerHeight
    card.style.inset = "auto"
    card.style.left = `${Math.max(8, Math.min(word.left, innerWidth - width - 8))}px`
    card.style.top = `${Math.max(8, below ? word.bottom + 8 : word.top - height - 8)}px`
  }

  if (!cards) {
    button.addEventListener("click", () => card.querySelector("a")?.click())
    continue
  }
  card.addEventListener("toggle", event => event.newState === "open" && place())
  for (const part of [button, card]) {
    part.addEventListener("pointerenter", event => {
      if (event.pointerType !== "mouse") return
      hovered = true
      later(show, 150)
    })
    part.addEventListener("pointerleave", event => {
      if (event.pointerType !== "mouse") return
      hovered = false
      later(hide, 300)
    })
    part.addEventListener("focusout", event => {
      if (!card.contains(event.relatedTarget) && event.relatedTarget !== button && !hovered) hide()
    })
  }
  button.addEventListener("focus", () => button.matches(":focus-visible") && show())
  button.addEventListener("click", event => hovered && card.matches(":popover-open") && event.preventDefault())
}
