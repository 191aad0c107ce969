// Elements are built from their parts. Whatever comes from the service ends up as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: attributes, `on…` listeners, and children, of which null and false are left out. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for the shapes of a chart. */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export function replace(element, ...children) {
  element.replaceChildren(...kept(children));
}

export const byId = id => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...kept(children));
  return element;
}

function kept(children) {
  return children.flat().filter(child => child !== null && child !== undefined && child !== false);
}
