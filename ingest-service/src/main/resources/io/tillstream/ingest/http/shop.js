// Sends what visitors do in the pages of a shop: tillstream('view', {product_id: ...}). See docs/guide/shop-pages.md.
// It is served in at most 2,048 bytes: without lines that are comments, and without white space beside signs. So comments
// have lines of their own, statements end with a semicolon or a brace, and texts need no blank beside a sign.
(() => {
  const {src, dataset: data} = document.currentScript;
  const url = `${new URL('events', data.endpoint || src)}?key=${data.key || ''}&request=`;
  const off = navigator.doNotTrack == 1 || navigator.globalPrivacyControl;
  const random = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
  const warn = text => console.warn('tillstream', text);

  // The id that the session of this tab or the local storage of this browser keeps, or its end. A browser may keep none.
  let ids = {};
  const id = (store, ends) => {
    try {
      const kept = window[store + 'Storage'];
      return ends ? delete kept.tillstream : kept.tillstream ||= random();
    } catch {
      return ids[store] ||= random();
    }
  };

  // Requests in their order. Once one is tried, its rows and its key stay as they are.
  let queue = [], allowed = (data.consent ?? 'true') == 'true', timer, busy = 0, wait = 0;
  const later = delay => timer ||= setTimeout(() => send(timer = 0), delay);

  // The oldest request, one at a time; the next follows when it is answered for good.
  const send = async () => {
    const first = queue[0];
    if (busy || !first) return;
    first.tried = busy = 1;
    let answer, text = '';
    try {
      answer = await fetch(first.url, {method: 'POST', body: `[${first.rows}]`, keepalive: true});
      text = await answer.text();
    } catch {}
    busy = 0;
    const status = answer?.status || 500;
    if (status > 499 || status == 408 || status == 429) {
      wait = Math.min(wait * 2 || 1e3, 6e4);
      return later(wait * (1 + Math.random()));
    }
    if (status > 299 || text.includes('"errors"')) warn(text);
    wait = 0;
    if (queue[0] == first) queue.shift();
    send();
  };

  // A page that goes cannot wait for answers; the browser sends the rest. What is under way is kept alive.
  const leave = () => {
    let next;
    while ((next = queue[busy]) && navigator.sendBeacon(next.url, `[${next.rows}]`)) queue.splice(busy, 1);
  };

  const add = row => {
    const size = new Blob([row]).size;
    let last = queue.at(-1);
    if (!last || last.tried || last.rows.length > 49 || last.size + size > 16e3) {
      if (size > 16e3 || queue.length > 19) return warn('dropped ' + row);
      queue.push(last = {url: url + random(), rows: [], size: 0});
    }
    last.rows.push(row);
    last.size += size;
    busy || later(500);
  };

  const track = (type, fields) => {
    if (type == 'consent') {
      allowed = fields;
      if (!allowed) {
        queue = [];
        id('local', 1);
        id('session', 1);
        ids = {};
      }
    } else if (allowed && !off) {
      const row = {event_time: new Date(), event_type: type, event_id: random(), ...fields};
      row.user_id ||= id('local');
      row.user_session ||= id('session');
      add(JSON.stringify(row));
    }
  };

  // What the page has asked for before this script came.
  window.tillstream?.q?.map(call => track(...call));
  window.tillstream = track;
  addEventListener('pagehide', leave);
  addEventListener('visibilitychange', () => document.hidden && leave());
})();
