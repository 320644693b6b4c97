/** Makes elements without markup strings, so that no text can become markup. */

let sequence = 0;

/** An element with attributes (null is left out) and children (elements or text). */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  });
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** An id that no other element of the page has. */
export function freshId(word) {
  sequence += 1;
  return `yb-${word}-${sequence}`;
}
