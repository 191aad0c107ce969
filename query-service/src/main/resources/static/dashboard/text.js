// Text that came with the data. Nothing in it can turn the text around it, or itself, into something else to the eye.

import { h } from './dom.js';

/**
 * What is not seen, or changes how its surroundings are seen: controls, format characters such as those of direction and
 * zero width, line separators, halves of pairs, variation selectors and letters that are blank.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u;

/** Emoji are made of several characters, some of which are not seen. */
const EMOJI = /^\p{RGI_Emoji}$/v;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** An element whose text keeps its direction to itself, and in which what is not seen is shown as a mark. */
export const data = text => h('bdi', { class: 'data' }, parts(String(text)).map(part =>
  (part.unseen ? h('span', { class: 'mark', title: 'A character that is not seen' }, part.text) : part.text)));

/** The same as plain text, for attributes and titles. */
export const plain = text => parts(String(text)).map(part => (part.unseen ? `[${part.text}]` : part.text)).join('');

/** `{text, unseen}` of the text in its order; what is not seen is named: U+202E. */
export function parts(text) {
  if (!UNSEEN.test(text)) {
    return [{ text, unseen: false }];
  }
  const found = [];
  for (const { segment } of segmenter.segment(text)) {
    found.push(...(EMOJI.test(segment) ? [{ text: segment, unseen: false }] : characters(segment)));
  }
  return joined(found);
}

function characters(segment) {
  return [...segment].map(character =>
    (UNSEEN.test(character) ? { text: nameOf(character), unseen: true } : { text: character, unseen: false }));
}

const nameOf = character => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

function joined(found) {
  const runs = [];
  for (const part of found) {
    const last = runs.at(-1);
    if (last && !last.unseen && !part.unseen) {
      last.text += part.text;
    } else {
      runs.push({ ...part });
    }
  }
  return runs;
}
