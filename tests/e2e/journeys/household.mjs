import assert from 'node:assert/strict';
import { open_example, open, clean, node, press, activate, go, focused, screens, still, sizes, rectangle } from '../harness.mjs';

const family = [
  { add: 'add.applicant', id: 'p1', born: '1986-03-02' },
  { add: 'add.spouse', id: 'p2', born: '1988' },
  { add: 'add.child', id: 'p3', born: '2015-06-30' },
  { add: 'add.child', id: 'p4', born: '2018' },
];
const estimate_says = async (page, amount) => assert.match((await node(page, 'estimate.amount').textContent()).replace(/[\u00a0\u202f]/g, ' '), amount);
const main_text = async (page) => (await page.locator('main').textContent()).replace(/[\u00a0\u202f]/g, ' ');

// ---- the same task in two ways ----

/** Only keys: Tab to the node, arrows inside a question's answers, Enter, letters. */
const by_keyboard = (page) => {
  const tab_to = async (wanted) => {
    for (let presses = 0; presses < 150; presses++) {
      if (await page.evaluate(wanted)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  const press_button = async (id) => {
    await tab_to(`document.activeElement.id === ${JSON.stringify(id)}`);
    await page.keyboard.press('Enter');
    await still(page);
  };
  const choose_in = async (group, answer) => {
    await tab_to(`document.activeElement.name === ${JSON.stringify(group)}`);
    for (let presses = 0; (await focused(page)) !== answer; presses++) {
      assert.ok(presses < 30, `no ${answer} in ${group}`);
      await page.keyboard.press('ArrowDown');
      await still(page);
    }
    assert.ok(await node(page, answer).isChecked());
  };
  const write_to = async (field, text) => {
    await tab_to(`document.activeElement.id === ${JSON.stringify(field)}`);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await still(page);
  };
  return {
    press: press_button,
    choose: (group, answer) => choose_in(`choice.${group}`, `option.${group}.${answer}`),
    choose_in,
    write: (question, text) => write_to(`field.${question}`, text),
    write_to,
  };
};

/** Only the pointer on the canvas; letters where a field needs them. */
const by_pointer = (page) => ({
  press: (id) => press(page, id),
  async choose(group, answer) {
    await press(page, `option.${group}.${answer}`);
    assert.ok(await node(page, `option.${group}.${answer}`).isChecked(), `${group} ${answer}`);
  },
  async write(question, text) {
    await press(page, `field.${question}`);
    assert.equal(await focused(page), `field.${question}`);
    await page.keyboard.type(text);
    await still(page);
  },
});

async function fill_family(page, hand, { people = 'Hushållet 4 personer', amount = /550 000/ } = {}) {
  for (const person of family) {
    await hand.press('nav.household');
    await hand.press(person.add);
    await hand.write(`${person.id}.birth`, person.born);
    await hand.press('footer.next');
    await hand.choose(`${person.id}.permit_ground`, 'refugee');
    await hand.press('footer.next');
    await hand.choose(`${person.id}.permit_kind`, 'permanent');
    await hand.press('footer.next');
    await hand.write(`${person.id}.permit_granted_on`, '2016-05-04');
  }
  assert.equal((await node(page, 'nav.household').textContent()).replace(/[\u2066-\u2069]/g, ''), people);
  await hand.press('nav.estimate');
  assert.match(await main_text(page), amount);
  await estimate_says(page, amount);
}

async function example(page, name = 'family') {
  await go(page, 'nav.start');
  await open_example(page, name);
}

export default {
  async 'a family of four is filled in by keyboard alone, and the estimate says 550 000'({ browser, address }) {
    const page = await open(browser, address);
    await fill_family(page, by_keyboard(page));
    clean(page);
  },

  async 'a family of four is filled in by keyboard alone in Arabic, from right to left'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
    await fill_family(page, by_keyboard(page), { people: 'الأسرة المعيشية 4 أشخاص', amount: /550\s000/ });
    clean(page);
  },

  async 'a family of four is filled in by pointer on the canvas, and the estimate says 550 000'({ browser, address }) {
    const page = await open(browser, address);
    await fill_family(page, by_pointer(page));
    clean(page);
  },

  async 'a family of four is filled in by pointer on the canvas in Arabic, from right to left'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    await fill_family(page, by_pointer(page), { people: 'الأسرة المعيشية 4 أشخاص', amount: /550\s000/ });
    clean(page);
  },

  async 'papers and money are kept by keyboard alone, in Swedish and in Arabic'({ browser, address }) {
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language });
      const hand = by_keyboard(page);
      await go(page, 'nav.start');
      await open_example(page, 'family');
      await hand.press('nav.documents');
      await hand.press('documents.of.p1');
      await hand.press('doc.p1.identity_proof');
      await hand.choose_in('choose.doc.p1.identity_proof.state', 'choose.doc.p1.identity_proof.state.have');
      await hand.press('footer.overview');
      assert.equal(await focused(page), 'doc.p1.identity_proof');
      await hand.press('nav.money');
      await hand.write_to('set.budget.savings', '12000');
      assert.match((await node(page, 'set.budget.savings').inputValue()).replace(/[\u00a0\u202f]/g, ' '), /^12 ?000$/);
      clean(page);
      await page.context().close();
    }
  },

  async 'Tab reaches everything that can be pressed or typed in on every screen and gets caught nowhere, in Swedish and in Arabic'({ browser, address }) {
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language });
      await example(page);
      for (const screen of await screens(page)) {
        await go(page, screen);
        await page.evaluate(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); });
        // Tab stops at one answer of a group.
        const name = (each) => each.name || each.id || each.className;
        const stops = new Set(await page.locator('#page :is(button, input, textarea)').evaluateAll((all, called) =>
          all.filter((each) => each.checkVisibility({ visibilityProperty: true })).map(new Function(`return ${called}`)()), name.toString()));
        for (const key of language === 'sv' ? ['Tab', 'Shift+Tab'] : ['Tab']) {
          const left = new Set(stops);
          for (let presses = 0; presses <= 2 * stops.size + 4 && left.size > 0; presses++) {
            await page.keyboard.press(key);
            left.delete(await page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.className));
          }
          assert.deepEqual([...left], [], `${language} ${screen}, ${key}`);
          // Past the last node comes the browser's own bar, or the first node again: the focus is not trapped.
          const last = await page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.className);
          await page.keyboard.press(key);
          assert.notEqual(await page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.className), last, `${screen}, ${key}`);
        }
      }
      clean(page);
      await page.context().close();
    }
  },

  async 'a family of four is filled in with a finger on a phone'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone, scale: 2, touch: true });
    const tap = async (id) => {
      if (!(await node(page, id).isVisible())) await tap('menu');
      const box = await rectangle(page, id);
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await still(page);
    };
    await fill_family(page, {
      press: tap,
      async choose(group, answer) {
        await tap(`option.${group}.${answer}`);
        assert.ok(await node(page, `option.${group}.${answer}`).isChecked(), `${group} ${answer}`);
      },
      async write(question, text) {
        await tap(`field.${question}`);
        assert.equal(await focused(page), `field.${question}`);
        await page.keyboard.type(text);
        await still(page);
      },
    });
    clean(page);
  },

  async 'a family of four is filled in on the plain page'({ browser, address }) {
    const page = await open(browser, address);
    await page.locator('button.mode').focus();
    await page.keyboard.press('Enter');
    await fill_family(page, {
      press: (id) => node(page, id).click(),
      choose: (group, answer) => node(page, `option.${group}.${answer}`).check(),
      write: (question, text) => node(page, `field.${question}`).fill(text),
    });
    clean(page);
  },

  async 'the example family may get 550 000, without a question left'({ browser, address }) {
    const page = await open(browser, address);
    await example(page);
    await estimate_says(page, /^\D*550 000 kr$/);
  },

  async 'a whole journey asks the network for nothing'({ browser, address }) {
    const page = await open(browser, address);
    const loaded = page.watched.requests.length;
    await example(page, 'family_unanswered');
    await go(page, 'nav.household');
    await activate(page, 'add.other_relative');
    await activate(page, 'footer.next');
    await activate(page, 'toolbar.language.en');
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(page, 'toolbar.save');
    await activate(page, 'keep.plain');
    await download;
    await activate(page, 'toolbar.undo');
    assert.deepEqual(page.watched.requests.slice(loaded), []);
    clean(page);
  },

  async 'the language changes at any time and the answers stay'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await node(page, 'field.p1.birth').fill('1986-03-02');
    await page.keyboard.press('Enter');
    await still(page);
    await activate(page, 'toolbar.language.en');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1986-03-02');
    await activate(page, 'toolbar.language.sv');
    assert.equal(await page.getAttribute('html', 'lang'), 'sv');
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1986-03-02');
  },

  async 'the browser\'s language is the first one'({ browser, address }) {
    for (const [locale, language] of [['sv-SE', 'sv'], ['en-GB', 'en'], ['fi-FI', 'en']]) {
      const page = await open(browser, address, { language: locale });
      assert.equal(await page.getAttribute('html', 'lang'), language);
    }
  },

  async 'an answer is undone and done again, by button and by key'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await go(page, 'nav.household');
    assert.ok(await node(page, 'household.people').count());
    await page.keyboard.press('Control+z');
    await still(page);
    assert.equal(await node(page, 'household.people').count(), 0);
    assert.equal(await node(page, 'toolbar.undo').getAttribute('aria-disabled'), 'true');
    await page.keyboard.press('Control+Shift+z');
    await still(page);
    assert.ok(await node(page, 'household.people').count());
    await press(page, 'toolbar.undo');
    assert.equal(await node(page, 'household.people').count(), 0);
    await press(page, 'toolbar.redo');
    assert.ok(await node(page, 'household.people').count());
  },

  async 'typed text counts before the next tap'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone, touch: true });
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await node(page, 'field.p1.birth').focus();
    await page.keyboard.type('1988');
    await still(page);
    const box = await rectangle(page, 'footer.next');
    // A tap whose mouse events, which would end the typing, come too late.
    await page.evaluate(({ x, y }) => {
      const send = (type) => document.getElementById('canvas').dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerType: 'touch', isPrimary: true, bubbles: true }));
      ['pointerdown', 'pointerup'].forEach(send);
    }, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await still(page);
    assert.equal(await node(page, 'field.p1.birth').count(), 0);
    await activate(page, 'footer.overview');
    assert.match(await node(page, 'row.p1.birth').textContent(), /1988/);
  },

  async 'Ctrl+Z in a field is the field\'s own'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await node(page, 'field.p1.birth').focus();
    await page.keyboard.type('1986');
    await page.keyboard.press('Control+z');
    await still(page);
    assert.equal(await node(page, 'nav.household').getAttribute('aria-current'), 'page');
    assert.equal(await focused(page), 'field.p1.birth');
    assert.notEqual(await node(page, 'field.p1.birth').inputValue(), '1986');
  },

  async 'a date that can be read in two ways is asked about, kept until it is answered, and led back to'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await node(page, 'field.p1.birth').focus();
    await page.keyboard.type('03/06/1991');
    await go(page, 'nav.money');
    await activate(page, 'unfinished.1');
    assert.equal(await focused(page), 'field.p1.birth');
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '03/06/1991');
    assert.equal(await node(page, 'field.p1.birth').getAttribute('aria-invalid'), 'true');
    await activate(page, 'read.field.p1.birth.1');
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1991-06-03');
    assert.equal(await focused(page), 'field.p1.birth');
    await go(page, 'nav.money');
    assert.equal(await node(page, 'unfinished').count(), 0);
    clean(page);
  },

  async 'a date that does not exist is said at its field, and heard, and stays as typed'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    const field = node(page, 'field.p1.birth');
    await field.focus();
    await page.keyboard.type('1987-02-30');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await field.inputValue(), '1987-02-30');
    const described = await field.getAttribute('aria-describedby');
    const sentence = await node(page, described.split(' ')[0]).textContent();
    assert.ok(sentence.length > 10, sentence);
    assert.equal(await page.locator('#assertive').textContent(), sentence);
    await field.fill('1987-02-28');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await field.getAttribute('aria-invalid'), null);
  },

  async 'a date is picked by keyboard without typing'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    const id = 'pick.p1.birth';
    await activate(page, id);
    const step = async (part, value) => {
      await page.evaluate((name) => document.querySelector(`input[name="${name}"]`).focus(), `${id}.${part}`);
      await page.keyboard.press('Space');
      await still(page);
      for (let presses = 0; (await focused(page)) !== `${id}.${value}`; presses++) {
        assert.ok(presses < 35, `${value} cannot be reached; the focus is on ${await focused(page)}`);
        await page.keyboard.press('ArrowDown');
        await still(page);
      }
    };
    await step('decade', '198');
    await step('year', '1986');
    await step('month', '1986-03');
    await step('day', '1986-03-17');
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1986-03-17');
  },

  async 'the same button pressed twice at once is pressed once'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.sources');
    const id = await page.locator('main button[aria-expanded]').first().getAttribute('id');
    const is_open = async () => (await node(page, id).getAttribute('aria-expanded')) === 'true';
    // Both at once; a test driver's mouse is too slow for that.
    const at_once = async (touches, clicks) => {
      const box = await rectangle(page, id);
      await page.evaluate(({ id, x, y, touches, clicks }) => {
        const canvas = document.getElementById('canvas');
        const send = (type) => canvas.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerType: 'touch', isPrimary: true, bubbles: true }));
        for (let touch = 0; touch < touches; touch++) ['pointerdown', 'pointerup'].forEach(send);
        for (let click = 0; click < clicks; click++) document.getElementById(id).click();
      }, { id, x: box.x + box.width / 2, y: box.y + box.height / 2, touches, clicks });
      await still(page);
      await page.waitForTimeout(150);
    };
    await at_once(2, 0);
    assert.equal(await is_open(), true, 'two taps');
    await at_once(0, 2);
    assert.equal(await is_open(), false, 'two clicks');
    // VoiceOver on a phone sends a touch to the canvas and a click to the element.
    await at_once(1, 1);
    assert.equal(await is_open(), true, 'a tap and a click');
  },

  async 'pasted text is text like any other: Arabic stays, line ends go, signs that turn the direction are dropped'({ browser, address }) {
    const page = await open(browser, address);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await activate(page, 'footer.overview');
    const label = node(page, 'field.p1.label');
    const paste = async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await label.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+v');
      await page.keyboard.press('Enter');
      await still(page);
    };
    await paste('سارة\nB');
    assert.equal(await label.getAttribute('aria-invalid'), null);
    assert.match(await label.inputValue(), /^سارة ?B$/);
    assert.match(await page.locator('h1').textContent(), /سارة ?B/);
    await paste('A\u202Elive\u2066x');
    assert.equal(await label.getAttribute('aria-invalid'), null);
    assert.equal(await label.inputValue(), 'Alivex');
    assert.match(await page.locator('h1').textContent(), /Alivex/);
    await paste('Sara');
    assert.equal(await label.getAttribute('aria-invalid'), null);
    assert.match(await page.locator('h1').textContent(), /Sara/);
    clean(page);
  },

  async 'a label is text and nothing else, whatever is typed'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await activate(page, 'footer.overview');
    const label = node(page, 'field.p1.label');
    await label.fill('<img src=x onerror=alert(1)>');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await page.locator('#page img').count(), 0);
    assert.match(await page.locator('h1').textContent(), /<img src=x onerror=alert\(1\)>/);
    // Marks that change the direction are dropped, and the rest stays.
    await label.fill('A\u202Eevil');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await label.getAttribute('aria-invalid'), null);
    assert.match(await page.locator('h1').textContent(), /Aevil/);
    clean(page);
  },
};
