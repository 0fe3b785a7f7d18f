import { charactersOf, joinedCharacters, learnJoins } from './characters.ts';
import { buildVocabulary, encodeText, tokenize, tokensOf, UNKNOWN } from './tokenizer.ts';

const tokens = (text: string): string[] => charactersOf(text).map(({ token }) => token);
const ids = (...joins: string[]): ReadonlyMap<string, number> =>
  new Map(joins.map((token, id) => [token, id]));

describe('a text without spaces', () => {
  it('is read a character at a time, Latin words and numbers as ever, and clauses have ends', () => {
    expect(tokens('左侧M1段闭塞，ASPECTS 7分。未见出血；３５mm、12.5')).toEqual([
      ...['左', '侧', 'm1', '段', '闭', '塞', ',', 'aspects', '7', '分', '.'],
      ...['未', '见', '出', '血', '.', '<number>', 'mm', '<number>'],
    ]);
  });

  it('has sections, in Chinese and in English', () => {
    expect(tokens('检查所见：未见\n诊断意见: 梗死\nImpression: 梗死')).toEqual([
      ...['<findings>', '未', '见', '<impression>', '梗', '死', '<impression>', '梗', '死'],
    ]);
    expect(tokens('意见：无')).toEqual(['意', '见', '无']);
  });

  it('says where each token stands', () => {
    const text = '可见 大脑\n印象：未见出血。';
    const read = joinedCharacters(text, ids('未见', '出血'));
    expect(read.map(({ from, to }) => text.slice(from, to))).toEqual([
      ...['可', '见', '大', '脑', '印象：', '未见', '出血', '。'],
    ]);
  });
});

describe('runs of characters', () => {
  it('are joined as they were learnt, the earliest first, never beyond three or over a gap', () => {
    const joined = (text: string, ...joins: string[]): string[] =>
      joinedCharacters(text, ids(...joins)).map(({ token }) => token);
    expect(joined('未见出血', '见出', '未见')).toEqual(['未', '见出', '血']);
    expect(joined('未见出血', '未见', '见出', '未见出')).toEqual(['未见出', '血']);
    expect(joined('未见出血', '未见', '出血', '未见出血')).toEqual(['未见', '出血']);
    expect(joined('未。见 出血M1', '未见', '见出', '血m1')).toEqual([
      ...['未', '.', '见', '出', '血', 'm1'],
    ]);
  });

  it('are learnt from the number of texts, not of mentions', () => {
    const texts = ['未见出血', '未见梗死', '未见肿块', '闭塞闭塞闭塞闭塞', '左侧闭塞'];
    expect(learnJoins(texts, { most: 9, leastTexts: 2 })).toEqual(['未见', '闭塞']);
    expect(learnJoins(texts.toReversed(), { most: 9, leastTexts: 2 })).toEqual(['未见', '闭塞']);
    expect(learnJoins(texts, { most: 1, leastTexts: 2 })).toEqual(['未见']);
    expect(learnJoins(['大脑中', '大脑中', '大脑'], { most: 9, leastTexts: 2 })).toEqual([
      ...['大脑', '大脑中'],
    ]);
  });

  it('make a vocabulary, and the tokens that it reads', () => {
    const texts = ['未见出血', '未见梗死', '未见M1闭塞'];
    const limits = { most: 20, leastTexts: 2 };
    const vocabulary = buildVocabulary(texts, limits, 'characters');
    expect(vocabulary.tokens.slice(3)).toEqual(['未', '见', '未见']);
    expect(tokenize('未见肿块', vocabulary)).toEqual(['未见', '肿', '块']);
    expect([...encodeText('未见肿', vocabulary, 4)]).toEqual([5, UNKNOWN, 0, 0]);
    expect(buildVocabulary(texts, limits).tokens.slice(3)).toEqual([]);
    const words = buildVocabulary(['dense mca', 'no dense mca'], limits);
    expect(tokensOf('Dense MCA', words).map(({ token }) => token)).toEqual(['dense', 'mca']);
  });
});
