import { addSpace } from '../../../src/core/commands/add-space.ts';
import { addStay } from '../../../src/core/commands/add-stay.ts';
import { editSpace } from '../../../src/core/commands/edit-space.ts';
import { editStay } from '../../../src/core/commands/edit-stay.ts';
import { endStay } from '../../../src/core/commands/end-stay.ts';
import { extendStay } from '../../../src/core/commands/extend-stay.ts';
import { edited } from '../../support/adoption.ts';
import { decideOn, registerOf } from '../../support/stays.ts';
import type { Parts } from '../../support/stays.ts';

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');

const house: Parts = {
  spaces: [
    { name: '1', monthly_fee: 38_500, status: 'occupied', paid_to_association: true },
    { name: '2', monthly_fee: 38_500, status: 'vacant', vacant_since: '2023-04-16', paid_to_association: true },
    { name: 'CW1', kind: 'desk', monthly_fee: 19_000, status: 'occupied', paid_to_association: true },
    { name: 'BT4', kind: 'shop_unit', monthly_fee: 60_750, paid_to_association: false, paid_to: 'Paris Habitat' },
  ],
  members: [
    { organisation: 'Label Marée Basse' },
    { organisation: 'Tournesol Booking' },
    { organisation: 'Nawel Presse' },
  ],
  stays: [
    {
      space: 'ESP-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      start: '2021-09-01',
      planned_end: '2024-08-31',
      share: 100,
    },
    { space: 'ESP-0003', member: 'ADH-0003', organisation: 'Nawel Presse', person: 'Nawel', start: '2023-03-01' },
  ],
};

const entry = (asked: object, parts = house, today?: string) =>
  decideOn(registerOf(parts), addStay, { space: 'ESP-0002', member: 'ADH-0002', start: '2023-06-01', ...asked }, today);

describe('« Attribuer un espace »', () => {
  it('adds the occupant, counts the longest stay, and says in « Espaces » that someone is expected', () => {
    const { stays, spaces, preview } = entry({
      plannedEnd: '2025-05-31',
      deposit: 77_000,
      insuranceUntil: '2024-01-31',
    });
    expect(stays[2]).toMatchObject({
      id: 'OCC-0003',
      space: 'ESP-0002',
      space_name: '2',
      organisation: 'Tournesol Booking',
      max_end: '2026-05-31',
      deposit: 77_000,
      insurance_until: '2024-01-31',
    });
    expect(spaces[1]?.status).toBe('reserved');
    expect(plain(preview.summary.join(' '))).toBe(
      '« Tournesol Booking » entre dans « bureau 2 » le 01/06/2023. Sortie prévue : 31/05/2025. Séjour le plus long permis : 36 mois depuis le 01/06/2023, donc jusqu’au 31/05/2026. Redevance de l’espace : 385 € par mois. Dans « Espaces », « bureau 2 » devient « en attente ».',
    );
  });

  it('says that a space is taken from the day of the entry', () => {
    expect(entry({ start: '2023-05-02' }).spaces[1]).toMatchObject({ status: 'occupied', vacant_since: null });
  });

  it('tells that the rent of a shop never comes to the association', () => {
    expect(plain(entry({ space: 'ESP-0004' }).preview.summary.join(' '))).toContain(
      'Le loyer est payé à Paris Habitat : il n’entre pas dans les recettes de l’association.',
    );
  });

  it.each([
    [
      'an office that someone has',
      { space: 'ESP-0001' },
      /« bureau 1 » est pris par « Label Marée Basse » \(jusqu’au 31\/08\/2024\)\. Enregistrez d’abord la sortie/u,
    ],
    [
      'a desk that someone has',
      { space: 'ESP-0003' },
      /Le poste « CW1 » est pris par « Nawel Presse » \(sans date de sortie\), et un poste n’a qu’une personne/u,
    ],
    [
      'an exit before the entry',
      { plannedEnd: '2023-05-31' },
      /La sortie prévue \(31\/05\/2023\) vient avant l’entrée \(01\/06\/2023\)/u,
    ],
    [
      'more than 36 months',
      { plannedEnd: '2026-06-30' },
      /dépasse la durée permise \(36 mois de séjour au plus, .*\) : au plus tard le 31\/05\/2026\. Avancez la sortie prévue/u,
    ],
    ['a day that does not exist', { start: '2023-02-31' }, /Entrée : « 2023-02-31 » n’est pas une date/u],
    ['no day', { start: '' }, /Choisissez une date d’entrée/u],
    ['no space', { space: 'ESP-0009' }, /Choisissez un espace/u],
    ['no member', { member: 'Tournesol' }, /Choisissez un adhérent/u],
  ])('refuses %s', (_what, asked, message) => {
    const { refusal, plan } = entry(asked);
    expect(plain(refusal)).toMatch(message);
    expect(plan.tabs).toEqual([]);
  });

  it('refuses a space that is closed or blocked by works', () => {
    const spaces = (part: object) => ({ ...house, spaces: [{}, { name: '2', ...part }] });
    const blocked = { blocked_from: '2023-06-15', blocked_until: '2023-07-31', blocked_reason: 'dégât des eaux' };
    expect(plain(entry({}, spaces(blocked)).refusal)).toBe(
      '« bureau 2 » est indisponible du 15/06/2023 au 31/07/2023 (dégât des eaux) : choisissez des dates en dehors de cette période, ou un autre espace.',
    );
    expect(entry({ start: '2023-08-01' }, spaces(blocked)).refusal).toBeNull();
    expect(plain(entry({}, spaces({ closed_on: '2023-01-01' })).refusal)).toMatch(/est fermé depuis le 01\/01\/2023/u);
  });

  it('refuses an organisation that has had its 36 months, unless a prolongation was decided', () => {
    const parts: Parts = {
      ...house,
      stays: [
        {
          space: 'ESP-0001',
          member: 'ADH-0002',
          organisation: 'Tournesol Booking',
          start: '2020-05-01',
          end: '2023-04-30',
        },
      ],
    };
    expect(plain(entry({}, parts).refusal)).toMatch(
      /« Tournesol Booking » a déjà atteint la durée permise .* le 31\/05\/2023/u,
    );
    const decision = {
      extendedUntil: '2023-12-31',
      extensionDecidedOn: '2023-05-02',
      extensionReason: 'Travaux au bureau 1',
    };
    expect(entry(decision, parts).refusal).toBeNull();
    expect(entry({ ...decision, extensionReason: ' ' }, parts).refusal).not.toBeNull();
  });

  it('takes the place of someone from the day after the planned exit, but not of someone who stays on', () => {
    expect(entry({ space: 'ESP-0001', start: '2024-09-01' }).refusal).toBeNull();
    expect(plain(entry({ space: 'ESP-0001', start: '2024-10-15' }, house, '2024-10-01').refusal)).toMatch(
      /« Label Marée Basse » \(sortie prévue le 31\/08\/2024, mais pas enregistrée\)/u,
    );
  });

  it('lets organisations share an office when their shares leave room', () => {
    const shared = (share: number): Parts => ({
      ...house,
      stays: [{ space: 'ESP-0002', organisation: 'Sirocco', start: '2022-01-01', share }],
    });
    expect(entry({ share: 50 }, shared(50)).refusal).toBeNull();
    expect(plain(entry({ share: 60 }, shared(50)).refusal)).toMatch(/« bureau 2 » est pris par « Sirocco »/u);
    expect(entry({}, { ...shared(100), spaces: [{}, { name: '2', places: 2 }] }).refusal).toBeNull();
  });

  it('refuses while a column of ours is missing, and leaves everything', () => {
    const workbook = registerOf(house);
    const tabs = { ...workbook, Occupations: edited(workbook['Occupations'], 1, 'Entrée', 'Arrivée') };
    const { refusal } = decideOn(tabs, addStay, { space: 'ESP-0002', member: 'ADH-0002', start: '2023-06-01' });
    expect(plain(refusal)).toMatch(/Onglet « Occupations » : il manque « Entrée » en ligne 1/u);
  });
});

describe('« Enregistrer une sortie »', () => {
  const exit = { id: 'OCC-0001', end: '2023-05-10', inventoryOut: '2023-05-10' };
  const parts: Parts = {
    ...house,
    stays: [
      { ...house.stays?.[0], deposit: 77_000, keys: '2 clés', storage_unit: 'A3', insurance_until: '2023-03-31' },
    ],
  };

  it('frees the space from the day after, and lists what is left to do', () => {
    const { stays, spaces, preview } = decideOn(registerOf(parts), endStay, exit);
    expect(stays[0]).toMatchObject({ end: '2023-05-10', inventory_out: '2023-05-10', storage_unit: 'A3' });
    expect(spaces[0]).toMatchObject({ status: 'vacant', vacant_since: '2023-05-11' });
    expect(plain(preview.summary.join(' '))).toBe(
      '« Label Marée Basse » quitte « bureau 1 » le 10/05/2023. Dans « Espaces », « bureau 1 » devient « libre » (libre depuis le 11/05/2023). Reste à faire : récupérer les clés et badges (2 clés) ; faire vider l’armoire A3 ; rendre la caution (770 €). L’assurance n’est valable que jusqu’au 31/03/2023 : demandez une attestation jusqu’à la sortie.',
    );
  });

  it('frees the storage unit, and says nothing more once all is done', () => {
    const all = { ...exit, storageEmptied: true, keysReturnedOn: '2023-05-10', depositReturnedOn: '2023-05-11' };
    const { stays, preview } = decideOn(registerOf(parts), endStay, all);
    expect(stays[0]).toMatchObject({
      storage_unit: null,
      keys_returned_on: '2023-05-10',
      deposit_returned_on: '2023-05-11',
    });
    expect(preview.summary.join(' ')).not.toContain('Reste à faire');
  });

  it('leaves the space taken until a day that is still to come', () => {
    expect(decideOn(registerOf(parts), endStay, { ...exit, end: '2023-06-30' }).spaces[0]?.status).toBe('occupied');
  });

  it('refuses an exit before the entry, and an occupation that is not there', () => {
    expect(plain(decideOn(registerOf(parts), endStay, { ...exit, end: '2020-01-01' }).refusal)).toMatch(
      /vient avant l’entrée/u,
    );
    expect(plain(decideOn(registerOf(parts), endStay, { ...exit, id: 'OCC-0099' }).refusal)).toMatch(
      /n’est plus dans « Occupations »/u,
    );
  });
});

describe('« Prolonger un séjour »', () => {
  const decision = { id: 'OCC-0001', until: '2025-02-28', decidedOn: '2023-05-02', reason: 'Levée de fonds en cours' };

  it('writes the decision and moves the planned exit', () => {
    const { stays, preview } = decideOn(registerOf(house), extendStay, decision);
    expect(stays[0]).toMatchObject({
      planned_end: '2025-02-28',
      extended_until: '2025-02-28',
      extension_decided_on: '2023-05-02',
      extension_reason: 'Levée de fonds en cours',
    });
    expect(plain(preview.summary.join(' '))).toContain(
      'Cette prolongation dépasse la durée maximale de 36 mois : gardez la décision du CA avec la convention.',
    );
  });

  it('warns that a short lease may become a commercial one', () => {
    const parts: Parts = { ...house, stays: [{ ...house.stays?.[0], agreement: 'short_lease' }] };
    expect(plain(decideOn(registerOf(parts), extendStay, decision).preview.summary.join(' '))).toContain(
      'un bail dérogatoire peut devenir un bail commercial',
    );
  });

  it.each([
    ['without a reason', { reason: '  ' }, /Écrivez le motif/u],
    ['without a decision', { decidedOn: '' }, /Choisissez la date de la décision/u],
    ['decided tomorrow', { decidedOn: '2023-05-13' }, /dans l’avenir/u],
    ['to an earlier day', { until: '2024-08-31' }, /déjà prévue le 31\/08\/2024/u],
  ])('refuses one %s', (_what, part, message) => {
    expect(plain(decideOn(registerOf(house), extendStay, { ...decision, ...part }).refusal)).toMatch(message);
  });

  it('shortens a prolongation with a reason, and says until when it went', () => {
    const extended = decideOn(registerOf(house), extendStay, decision).after;
    const shorter = { ...decision, until: '2024-12-31', reason: 'Nouveaux locaux trouvés' };
    const { stays, preview, after } = decideOn(extended, extendStay, shorter);
    expect(stays[0]).toMatchObject({ planned_end: '2024-12-31', extended_until: '2024-12-31' });
    expect(plain(preview.summary[0])).toBe('La prolongation est raccourcie : elle allait jusqu’au 28/02/2025.');
    expect(decideOn(after, extendStay, shorter).preview.state).toBe('nothing');
    expect(plain(decideOn(extended, extendStay, { ...shorter, reason: ' ' }).refusal)).toMatch(/motif/u);
    expect(plain(decideOn(extended, extendStay, { ...shorter, until: '2021-01-01' }).refusal)).toMatch(
      /avant l’entrée/u,
    );
  });

  it('decides on an exit that was agreed beyond the longest stay, without moving it or earlier', () => {
    const stay = { ...house.stays?.[0], start: '2020-03-01', planned_end: '2023-12-31' };
    const late = registerOf({ ...house, stays: [stay] });
    const { stays, preview } = decideOn(late, extendStay, { ...decision, until: '2023-12-31' });
    expect(stays[0]).toMatchObject({ planned_end: '2023-12-31', extended_until: '2023-12-31' });
    expect(plain(preview.summary.join(' '))).toContain('dépasse la durée maximale de 36 mois');
    const earlier = decideOn(late, extendStay, { ...decision, until: '2023-06-30' });
    expect(plain(earlier.preview.summary[0])).toBe('La sortie prévue est avancée : elle l’était pour le 31/12/2023.');
    expect(plain(decideOn(late, extendStay, { ...decision, until: '2023-01-31' }).refusal)).toMatch(/déjà prévue/u);
  });

  it('refuses when someone else is expected by then', () => {
    const next = { space: 'ESP-0001', organisation: 'Tournesol Booking', start: '2024-10-01' };
    const parts: Parts = { ...house, stays: [...(house.stays ?? []), next] };
    expect(plain(decideOn(registerOf(parts), extendStay, decision).refusal)).toMatch(
      /est pris par « Tournesol Booking »/u,
    );
  });
});

describe('« Modifier une occupation »', () => {
  it('changes what is asked and nothing else, formulas of hers included', () => {
    const workbook = registerOf(house);
    const hers = edited(workbook['Occupations'], 2, 'Sortie prévue', { formula: '=D2+10' });
    const { after, preview } = decideOn({ ...workbook, Occupations: hers }, editStay, {
      id: 'OCC-0001',
      insurance_until: '2024-03-31',
    });
    expect(after['Occupations']?.[1]).toContainEqual({ formula: '=D2+10' });
    expect(plain(preview.summary.join(' '))).toBe(
      'Label Marée Basse, bureau 1 – Assurance valable jusqu’au : vide → 31/03/2024.',
    );
  });

  it('keeps a cell that cannot be read as she typed it', () => {
    const workbook = registerOf(house);
    const hers = edited(workbook['Occupations'], 2, 'Caution reçue le', 'mi-mars');
    const { after } = decideOn({ ...workbook, Occupations: hers }, editStay, { id: 'OCC-0001', keys: '2 badges' });
    expect(after['Occupations']?.[1]).toContain('mi-mars');
    expect(after['Occupations']?.[1]).toContain('2 badges');
  });

  it('moves « Limite des 36 mois » of the later stays of the same organisation', () => {
    const parts: Parts = {
      ...house,
      stays: [
        { space: 'ESP-0001', member: 'ADH-0001', start: '2021-09-01', end: '2022-02-28', max_end: '2024-08-31' },
        { space: 'ESP-0002', member: 'ADH-0001', start: '2022-03-01', max_end: '2024-08-31' },
      ],
    };
    const { stays } = decideOn(registerOf(parts), editStay, { id: 'OCC-0001', start: '2021-06-01' });
    expect(stays.map(({ max_end }) => max_end)).toEqual(['2024-05-31', '2024-05-31']);
  });

  it('refuses dates that take the place of another', () => {
    const parts: Parts = {
      ...house,
      stays: [
        ...(house.stays ?? []),
        { space: 'ESP-0001', organisation: 'Avant', start: '2020-01-01', end: '2021-08-31' },
      ],
    };
    expect(plain(decideOn(registerOf(parts), editStay, { id: 'OCC-0001', start: '2021-06-01' }).refusal)).toMatch(
      /est pris par « Avant »/u,
    );
  });
});

describe('« Ajouter un espace » and « Modifier un espace »', () => {
  it('adds an office of unknown size, which stays blank', () => {
    const { spaces, preview } = decideOn(registerOf(house), addSpace, {
      name: 'Studio B',
      kind: 'studio',
      fee: 99_000,
      fee_period: 'quarter',
      priority_district: true,
    });
    expect(spaces[4]).toMatchObject({
      id: 'ESP-0005',
      area: null,
      monthly_fee: 33_000,
      status: 'vacant',
      paid_to_association: true,
      priority_district: true,
    });
    expect(plain(preview.summary.join(' '))).toBe(
      '« Studio B » s’ajoute à « Espaces » (surface inconnue, laissée vide). Redevance : 330 € par mois.',
    );
  });

  it('keeps the rent of a shop out of the association’s income', () => {
    const { spaces } = decideOn(registerOf(house), addSpace, {
      name: 'BT15',
      kind: 'shop_unit',
      area: 40,
      fee: 54_000,
      paid_to: 'Paris Habitat',
    });
    expect(spaces[4]).toMatchObject({ paid_to_association: false, paid_to: 'Paris Habitat', monthly_fee: 54_000 });
  });

  it('refuses a name that is taken, works that end before they begin, and an empty name', () => {
    const refusal = (asked: object) =>
      plain(decideOn(registerOf(house), addSpace, { kind: 'office', name: '12', ...asked }).refusal);
    expect(refusal({ name: ' cw1 ' })).toMatch(/« CW1 » existe déjà/u);
    expect(refusal({ name: ' ' })).toMatch(/Donnez un nom/u);
    expect(refusal({ blocked_from: '2023-06-01', blocked_until: '2023-05-01' })).toMatch(/avant de commencer/u);
  });

  it('creates « Espaces » with its look when there is none', () => {
    const { wish } = decideOn({}, addSpace, { name: '1', kind: 'office' });
    expect(Object.keys(wish.dress)).toEqual(['Espaces']);
  });

  it('closes an empty space, not one where someone is', () => {
    const close = (id: string) =>
      plain(decideOn(registerOf(house), editSpace, { id, closed_on: '2023-06-01' }).refusal);
    expect(close('ESP-0002')).toBe('');
    expect(close('ESP-0001')).toMatch(/« bureau 1 » est encore occupé par « Label Marée Basse »/u);
  });

  it('tells who is there when works begin, and does not make a desk of a shared office', () => {
    const { preview } = decideOn(registerOf(house), editSpace, { id: 'ESP-0001', blocked_from: '2023-06-01' });
    expect(plain(preview.summary.at(-1))).toMatch(/« Label Marée Basse » a une occupation en cours/u);
    const shared: Parts = {
      ...house,
      stays: [1, 2].map((one) => ({ space: 'ESP-0001', organisation: `Label ${one}`, start: '2022-01-01', share: 50 })),
    };
    expect(plain(decideOn(registerOf(shared), editSpace, { id: 'ESP-0001', kind: 'desk' }).refusal)).toMatch(
      /n’aurait plus de place pour « Label 2 »/u,
    );
  });
});
