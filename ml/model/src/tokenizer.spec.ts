import {
  buildVocabulary,
  encodeText,
  PADDING,
  tokenize,
  UNKNOWN,
  vocabularyOf,
} from './tokenizer.ts';

describe('tokenize', () => {
  it('lowers words, tags sections and keeps sentence ends', () => {
    expect(
      tokenize(
        'Clinical History: Unsteadiness, vision loss.\nFINDINGS: No hemorrhage; ASPECTS 7/10',
      ),
    ).toEqual([
      '<history>',
      'unsteadiness',
      'vision',
      'loss',
      '.',
      '<findings>',
      'no',
      'hemorrhage',
      '.',
      'aspects',
      '7',
      '10',
    ]);
  });

  it('keeps small whole numbers and gives one token to all others', () => {
    expect(tokenize('M1 5 mm, 12.5 mm, 74 years')).toEqual([
      'm1',
      '5',
      'mm',
      '<number>',
      'mm',
      '<number>',
      'years',
    ]);
  });

  it('takes a word before a colon for a section only when it is one, at the start of a line', () => {
    expect(tokenize('Collaterals: poor. Findings: none')).toEqual([
      'collaterals',
      'poor',
      '.',
      'findings',
      'none',
    ]);
  });

  it('reads other alphabets, and has nothing for nothing', () => {
    expect(tokenize('Übelkeit 左侧')).toEqual(['übelkeit', '左侧']);
    expect(tokenize(' \n')).toEqual([]);
  });
});

describe('vocabulary', () => {
  const texts = ['dense mca', 'dense mca mca', 'no hemorrhage'];

  it('counts texts, not mentions, whatever their order', () => {
    const limits = { most: 5, leastTexts: 2 };
    const built = buildVocabulary(texts, limits).tokens;
    expect(built).toEqual(['<pad>', '<unknown>', '<number>', 'dense', 'mca']);
    expect(buildVocabulary(texts.toReversed(), limits).tokens).toEqual(built);
  });

  it('refuses a list without the reserved tokens', () => {
    expect(() => vocabularyOf(['dense'])).toThrow(RangeError);
  });

  it('pads short texts and keeps both ends of long ones', () => {
    const vocabulary = vocabularyOf(['<pad>', '<unknown>', '<number>', 'a', 'b', 'c', 'd', 'e']);
    expect([...encodeText('a strange b', vocabulary, 5)]).toEqual([
      3,
      UNKNOWN,
      4,
      PADDING,
      PADDING,
    ]);
    expect([...encodeText('a b c d e', vocabulary, 4)]).toEqual([3, 4, 6, 7]);
  });
});
