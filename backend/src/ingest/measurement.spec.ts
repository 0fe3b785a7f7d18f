import type { Specimen } from 'fhir/r4.js';
import {
  bundle,
  codesOf,
  component,
  decode,
  loinc,
  observation,
  sayFacts,
  ucum,
} from './testing/messages.ts';

const bp = (systolic: object, diastolic: object, panel = '85354-9') =>
  observation(panel, {
    component: [component('8480-6', systolic), component('8462-4', diastolic)],
  });

describe('vital signs', () => {
  it.each([
    ['8867-4', ucum(72, '/min'), 'heart-rate 72'],
    ['9279-1', ucum(16, '/min'), 'respiratory-rate 16'],
    ['59408-5', ucum(97, '%'), 'oxygen-saturation 97'],
    ['8310-5', ucum(37.2, 'Cel'), 'temperature 37.2'],
    ['9269-2', ucum(14, '{score}'), 'gcs 14'],
    ['8310-5', ucum(98.6, '[degF]'), 'temperature 37'],
    ['2708-6', ucum(0.97, '1'), 'oxygen-saturation 97'],
    ['2345-7', ucum(100, 'mg/dL'), 'glucose 5.5506'],
    ['48065-7', ucum(500, 'ng/mL'), 'd-dimer 0.5'],
  ])('%s is understood', async (code, valueQuantity, fact) => {
    const decoded = await decode(observation(code, { valueQuantity }));
    expect(sayFacts(decoded)).toEqual([fact]);
    expect(decoded.rejections).toEqual([]);
  });

  it('takes an integer where no unit is needed, and only there', async () => {
    expect(sayFacts(await decode(observation('9269-2', { valueInteger: 15 })))).toEqual(['gcs 15']);
    expect(codesOf(await decode(observation('8867-4', { valueInteger: 72 })))).toEqual([
      'unit-missing',
    ]);
  });
});

describe('blood pressure panel', () => {
  it.each(['85354-9', '55284-4'])('%s: both pressures from components', async (panel) => {
    const decoded = await decode(
      bp({ valueQuantity: ucum(158, 'mm[Hg]') }, { valueQuantity: ucum(88, 'mm[Hg]') }, panel),
    );
    expect(sayFacts(decoded)).toEqual(['systolic-bp 158', 'diastolic-bp 88']);
  });
  it('in kPa', async () => {
    const decoded = await decode(
      bp({ valueQuantity: ucum(20, 'kPa') }, { valueQuantity: ucum(11, 'kPa') }),
    );
    expect(sayFacts(decoded)).toEqual(['systolic-bp 150.0124', 'diastolic-bp 82.5068']);
  });
  it('a component with a reason for absence is absent, not rejected', async () => {
    const absent = { dataAbsentReason: { coding: [{ code: 'not-performed' }] } };
    const decoded = await decode(bp({ valueQuantity: ucum(158, 'mm[Hg]') }, absent));
    expect(sayFacts(decoded)).toEqual(['systolic-bp 158']);
    expect(decoded.rejections).toEqual([]);
  });
  it('diastolic not below systolic: neither is believed, the mean pressure stays', async () => {
    const decoded = await decode(
      observation('85354-9', {
        component: [
          component('8480-6', { valueQuantity: ucum(80, 'mm[Hg]') }),
          component('8462-4', { valueQuantity: ucum(120, 'mm[Hg]') }),
          component('8478-0', { valueQuantity: ucum(93, 'mm[Hg]') }),
        ],
      }),
    );
    expect(sayFacts(decoded)).toEqual(['mean-bp 93']);
    expect(codesOf(decoded)).toEqual(['value-implausible']);
    expect(decoded.rejections[0]?.detail).toContain('diastolic 120');
  });
  it('one bad component does not cost the good one', async () => {
    const decoded = await decode(
      bp({ valueQuantity: { value: 158 } }, { valueQuantity: ucum(88, 'mm[Hg]') }),
    );
    expect(sayFacts(decoded)).toEqual(['diastolic-bp 88']);
    expect(codesOf(decoded)).toEqual(['unit-missing']);
    expect(decoded.rejections[0]?.detail).toContain('component[0].valueQuantity');
  });
  it('a component of a code nobody knows is rejected; how it was taken is not', async () => {
    const decoded = await decode(
      observation('85354-9', {
        component: [
          component('8480-6', { valueQuantity: ucum(158, 'mm[Hg]') }),
          component('8361-8', { valueCodeableConcept: { text: 'supine' } }),
          component('99999-9', { valueQuantity: ucum(1, '1') }),
          { code: { text: 'diastolic' }, valueQuantity: ucum(80, 'mm[Hg]') },
        ],
      }),
    );
    expect(sayFacts(decoded)).toEqual(['systolic-bp 158']);
    expect(codesOf(decoded)).toEqual(['unknown-code', 'unknown-code']);
  });
});

describe('blood pressure panel without a blood pressure', () => {
  const MMHG = ucum(158, 'mm[Hg]');
  it.each([
    ['no component', {}, 'component of 85354-9 is missing'],
    ['an empty list', { component: [] }, 'component of 85354-9 is missing'],
    [
      'how it was taken alone',
      { component: [component('8361-8', { valueCodeableConcept: { text: 'supine' } })] },
      'component of 85354-9 holds no blood pressure',
    ],
    [
      'both pressures in words',
      { valueString: '158/88' },
      'valueString "158/88" of 85354-9 is no systolic and diastolic component',
    ],
    [
      'one number for both',
      { valueQuantity: MMHG },
      'value 158 of 85354-9 is no systolic and diastolic component',
    ],
  ])('%s: kept as a rejection that says so', async (_name, fields, detail) => {
    const decoded = await decode(observation('85354-9', fields));
    expect(decoded.records).toEqual([]);
    expect(decoded.rejections).toMatchObject([{ code: 'value-not-numeric', detail }]);
  });

  it('says once what was wrong with each component', async () => {
    const decoded = await decode(bp({ valueQuantity: { value: 158 } }, { valueString: 'x' }));
    expect(decoded.records).toEqual([]);
    expect(codesOf(decoded)).toEqual(['unit-missing', 'value-not-numeric']);
    const unknown = await decode(
      observation('85354-9', { component: [component('99999-9', { valueQuantity: MMHG })] }),
    );
    expect(unknown.records).toEqual([]);
    expect(codesOf(unknown)).toEqual(['unknown-code']);
  });

  it.each([
    ['that points at its members', { hasMember: [{ reference: 'Observation/o2' }] }],
    ['that was not taken', { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }],
    ['that is announced', { status: 'registered' as const }],
    ['that is taken back', { status: 'entered-in-error' as const }],
  ])('one %s is no fault', async (_name, fields) => {
    expect((await decode(observation('85354-9', fields))).rejections).toEqual([]);
  });
});

describe('traps: nothing is guessed', () => {
  const refused: readonly [string, string, object, string][] = [
    [
      'a D-dimer whose code and unit do not say FEU or DDU',
      '7799-0',
      ucum(0.5, 'ug/mL'),
      'unit-ambiguous',
    ],
    ['an FEU code with a DDU unit', '48065-7', ucum(250, 'ng/mL{DDU}'), 'unit-ambiguous'],
    ['a fraction of SpO2 called percent', '59408-5', ucum(0.97, '%'), 'value-implausible'],
    ['Fahrenheit called Celsius', '8310-5', ucum(98.6, 'Cel'), 'value-implausible'],
    ['kPa called mmHg', '8480-6', ucum(20, 'mm[Hg]'), 'value-implausible'],
    ['a prothrombin time in the INR field', '6301-6', ucum(12, 's'), 'unit-unknown'],
    ['seconds in the INR field without unit', '6301-6', { value: 12 }, 'unit-ambiguous'],
    ['a value without unit', '8310-5', { value: 37 }, 'unit-missing'],
    ['a unit nobody knows', '2160-0', ucum(1, 'mg/furlong'), 'unit-unknown'],
    ['a cuff that fell off', '8480-6', ucum(0, 'mm[Hg]'), 'value-implausible'],
    ['a number in quotes', '2823-3', { value: '4.1', code: 'mmol/L' }, 'value-not-numeric'],
    [
      'a comparator nobody knows',
      '48065-7',
      { ...ucum(1, 'mg/L'), comparator: '~' },
      'value-not-numeric',
    ],
    ['infinity', '8867-4', { ...ucum(1, '/min'), value: 1e308 * 10 }, 'value-not-numeric'],
  ];
  it.each(refused)('%s is rejected', async (_what, code, valueQuantity, rejection) => {
    const decoded = await decode(observation(code, { valueQuantity: valueQuantity }));
    expect(codesOf(decoded)).toEqual([rejection]);
    expect(decoded.records).toEqual([]);
    expect(decoded.rejections[0]).toMatchObject({ patientId: 'p1', resource: 'Observation/o1' });
  });

  it('a string is no number, however it looks', async () => {
    for (const valueString of ['12', '<0.19', 'haemolysed']) {
      const decoded = await decode(observation('48065-7', { valueString }));
      expect(codesOf(decoded)).toEqual(['value-not-numeric']);
      expect(decoded.rejections[0]?.detail).toContain(`valueString "${valueString}"`);
    }
  });
  it('no value at all is rejected unless a reason is given or it is only registered', async () => {
    expect(codesOf(await decode(observation('2823-3')))).toEqual(['value-not-numeric']);
    expect(codesOf(await decode(observation('2823-3', { status: 'registered' })))).toEqual([]);
    const absent = await decode(observation('2823-3', { dataAbsentReason: { text: 'lost' } }));
    expect(codesOf(absent)).toEqual([]);
    expect(absent.records).toHaveLength(1);
  });
  it('a comparator is kept', async () => {
    const valueQuantity = { ...ucum(0.19, 'mg/L{FEU}'), comparator: '<' as const };
    expect(sayFacts(await decode(observation('48065-7', { valueQuantity })))).toEqual([
      'd-dimer <0.19',
    ]);
  });
  it('urea nitrogen and urea come to different molar values', async () => {
    const valueQuantity = ucum(30, 'mg/dL');
    expect(sayFacts(await decode(observation('3094-0', { valueQuantity })))).toEqual([
      'urea 10.713',
    ]);
    expect(sayFacts(await decode(observation('3091-6', { valueQuantity })))).toEqual([
      'urea 4.995',
    ]);
    expect(
      sayFacts(await decode(observation('22664-7', { valueQuantity: ucum(5, 'mmol/L') }))),
    ).toEqual(['urea 5']);
    expect(
      sayFacts(await decode(observation('14937-7', { valueQuantity: ucum(5, 'mmol/L') }))),
    ).toEqual(['urea 5']);
  });
  it('unit and code that mean different values contradict each other', async () => {
    const valueQuantity = { value: 100, unit: 'mg/dL', code: 'mmol/L' };
    expect(codesOf(await decode(observation('14749-6', { valueQuantity })))).toEqual([
      'unit-ambiguous',
    ]);
    const fahrenheit = { value: 98.6, unit: '°F', code: 'Cel' };
    expect(codesOf(await decode(observation('8310-5', { valueQuantity: fahrenheit })))).toEqual([
      'unit-ambiguous',
    ]);
  });
  it('where only one of unit and code is understood it counts', async () => {
    const human = { value: 16, unit: 'breaths each minute', code: '/min' };
    expect(sayFacts(await decode(observation('9279-1', { valueQuantity: human })))).toEqual([
      'respiratory-rate 16',
    ]);
    const device = { value: 72, unit: 'bpm', code: '264864' };
    expect(sayFacts(await decode(observation('8867-4', { valueQuantity: device })))).toEqual([
      'heart-rate 72',
    ]);
    const kind = { value: 0.5, unit: 'ug/mL FEU', code: 'ug/mL' };
    expect(sayFacts(await decode(observation('7799-0', { valueQuantity: kind })))).toEqual([
      'd-dimer 0.5',
    ]);
  });
  it('two codings of different quantities contradict each other', async () => {
    const code = { coding: [...loinc('48065-7').coding, ...loinc('48066-5').coding] };
    const decoded = await decode(
      observation('48065-7', { code, valueQuantity: ucum(0.5, 'mg/L') }),
    );
    expect(codesOf(decoded)).toEqual(['unknown-code']);
  });
});

describe('haemolysed specimen', () => {
  const potassium = observation('2823-3', { valueQuantity: ucum(6.9, 'mmol/L') });
  const hem = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0493', code: 'HEM' }],
  };

  it('contained specimen, specimen in the Bundle, interpretation, note: potassium is not used', async () => {
    const specimen: Specimen = { resourceType: 'Specimen', id: 's1', condition: [hem] };
    const reference = { ...potassium, specimen: { reference: 'Specimen/s1' } };
    const messages = [
      { ...potassium, contained: [specimen], specimen: { reference: '#s1' } },
      bundle([reference, specimen]),
      { ...potassium, interpretation: [{ text: 'Hemolyzed' }] },
      { ...potassium, note: [{ text: 'Sample grossly haemolysed, please repeat.' }] },
    ];
    for (const message of messages) {
      const decoded = await decode(message);
      expect(sayFacts(decoded)).toEqual([]);
      expect(codesOf(decoded)).toEqual(['value-implausible']);
      expect(decoded.rejections[0]?.detail).toContain('haemolysed');
    }
  });
  it('lipaemic, "not haemolysed", and other analytes of the tube are used', async () => {
    const lipaemic = {
      text: 'Lipemic',
      coding: [{ system: 'http://snomed.info/sct', code: '118127007' }],
    };
    const messages = [
      {
        ...potassium,
        contained: [{ resourceType: 'Specimen', id: 's', condition: [lipaemic] }],
        specimen: { reference: '#s' },
      },
      { ...potassium, note: [{ text: 'Specimen not haemolysed.' }] },
      observation('2951-2', { valueQuantity: ucum(140, 'mmol/L'), note: [{ text: 'hemolyzed' }] }),
    ];
    for (const message of messages) {
      const decoded = await decode(message);
      expect(sayFacts(decoded)).toHaveLength(1);
      expect(decoded.rejections).toEqual([]);
    }
  });
});

describe('white cells', () => {
  it('shares become counts only beside the white cells of the same resource', async () => {
    const cells = [
      component('6690-2', { valueQuantity: ucum(8, '10*9/L') }),
      component('770-8', { valueQuantity: ucum(75, '%') }),
      component('736-9', { valueQuantity: ucum(20, '%') }),
    ];
    const decoded = await decode(observation('58410-2', { component: cells }));
    expect(sayFacts(decoded)).toEqual(['wbc 8', 'neutrophils 6', 'lymphocytes 1.6']);
    const alone = await decode(observation('770-8', { valueQuantity: ucum(75, '%') }));
    expect(alone).toMatchObject({
      records: [],
      rejections: [],
      ignored: { 'Observation:770-8': 1 },
    });
  });
});

describe('what is not ours', () => {
  it('is counted by code', async () => {
    const decoded = await decode(observation('8302-2', { valueQuantity: ucum(170, 'cm') }));
    expect(decoded).toMatchObject({
      records: [],
      rejections: [],
      ignored: { 'Observation:8302-2': 1 },
    });
  });
  it('an NLR that somebody sends is not read', async () => {
    const decoded = await decode(observation('770-8/736-9 ratio', { valueQuantity: ucum(3, '1') }));
    expect(decoded.ignored).toEqual({ 'Observation:other': 1 });
  });
  it('companions of a value we use are left out without a rejection', async () => {
    const decoded = await decode(
      observation('59408-5', {
        valueQuantity: ucum(95, '%'),
        component: [component('3151-8', { valueQuantity: ucum(6, 'L/min') })],
      }),
    );
    expect(sayFacts(decoded)).toEqual(['oxygen-saturation 95']);
    expect(decoded.rejections).toEqual([]);
  });
});
