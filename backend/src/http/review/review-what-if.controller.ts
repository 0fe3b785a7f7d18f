import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import {
  proposalRequestSchema,
  reviewFilterSchema,
  whatIfQuerySchema,
  type Proposal,
  type ReviewFilter,
  type ReviewPolicy,
  type WhatIfFigures,
  type WhatIfReview,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { isoTime } from '../../domain/board/iso-time.ts';
import { proposalsCsv, whatIfCsv } from '../../domain/review/quality-csv.ts';
import { aboutOf } from '../../domain/review/about.ts';
import { forecastEndAtOf } from '../../domain/review/follow-up.ts';
import { turnOf } from '../../domain/review/pause.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { WHAT_IF_DEFINITIONS } from '../../domain/review/what-if/definitions.ts';
import { reviewPolicyOf } from '../../domain/review/what-if/policy.ts';
import {
  CURVE_THRESHOLDS,
  findPreset,
  withThreshold,
} from '../../domain/review/what-if/presets.ts';
import { tryPolicy, tryToday } from '../../domain/review/what-if/try-policy.ts';
import {
  ProposalStore,
  type NamedProposal,
  type StoredProposal,
} from '../../pipeline/review-quality.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { askedPolicy } from './asked-policy.ts';
import { CurrentPolicy } from './current-policy.ts';
import { PackedCohorts, type HeldCohort } from './packed-cohorts.ts';
import { ReviewDesk } from './review-desk.ts';

const query = reviewFilterSchema.extend(whatIfQuerySchema.shape);
type Asked = z.output<typeof query>;
type NewProposal = z.output<typeof proposalRequestSchema>;

/** What another alert policy would have cost and brought. Nothing is changed from here: what is good goes to the administrator as a proposal. */
@Controller('api/review')
@Allow('review.read')
export class ReviewWhatIfController {
  readonly #cohorts: PackedCohorts;
  readonly #desk: ReviewDesk;
  readonly #proposals: ProposalStore;
  readonly #audit: AuditLog;
  readonly #policies: CurrentPolicy;

  constructor(
    cohorts: PackedCohorts,
    desk: ReviewDesk,
    proposals: ProposalStore,
    audit: AuditLog,
    policies: CurrentPolicy,
  ) {
    this.#cohorts = cohorts;
    this.#desk = desk;
    this.#proposals = proposals;
    this.#audit = audit;
    this.#policies = policies;
  }

  @Get('what-if')
  async whatIf(
    @Query(new ZodPipe(query)) asked: Asked,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WhatIfReview | string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const today = this.#policies.ofWards(filter.wards);
    const policy = askedPolicy(asked, reviewPolicyOf(today));
    const held = await this.#cohorts.of(filter);
    const began = performance.now();
    const ofToday = this.#tryToday(held, filter);
    const tookMs = performance.now() - began;
    const pause = this.#desk.pause(response);
    const tryOne = async (one: ReviewPolicy): Promise<WhatIfFigures> => {
      await turnOf(pause);
      return tryPolicy(held.packed, one, today);
    };
    const { preset = null } = asked;
    const found = preset === null ? null : await findPreset(preset, policy, tryOne);
    const figures = found?.figures ?? (await tryOne(policy));
    const curve = [];
    for (const on of asked.curve ? CURVE_THRESHOLDS : []) {
      curve.push(await tryOne(withThreshold(figures.policy, on)));
    }
    const json: WhatIfReview = {
      ...this.#aboutOf(held),
      ...{ scores: held.packed.scores, asked: figures, today: ofToday },
      ownLimits: [...this.#policies.ownAmong(wardsOf(held))],
      ...{ preset, presetReached: found?.reached ?? null },
      ...{ curve: asked.curve ? curve : null, tookMs },
    };
    const answer = { view: 'what-if', json, csv: whatIfCsv };
    return this.#desk.answer<WhatIfReview>(request, response, answer);
  }

  @Get('proposals')
  async list(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Proposal[] | string> {
    const json = (await this.#proposals.all()).map(viewOf);
    const answer = { view: 'proposals', json, csv: proposalsCsv };
    return this.#desk.answer<Proposal[]>(request, response, answer);
  }

  @Post('proposals')
  async propose(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Body(new ZodPipe(proposalRequestSchema)) { policy, note }: NewProposal,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<Proposal> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const held = await this.#cohorts.of(filter);
    const { stays, ends, patientDays } = this.#aboutOf(held);
    const proposal: StoredProposal = {
      ...{ id: randomUUID(), at: this.#desk.now(), by: visitor.username, note },
      ...{ cohort: textOf(asked), stays, ends, patientDays },
      proposed: tryPolicy(held.packed, policy, this.#policies.ofWards(filter.wards)),
      today: this.#tryToday(held, filter),
    };
    await this.#proposals.add(proposal);
    await this.#audit.record(request, {
      ...{ action: 'review.propose', subject: proposal.id, detail: { policy, note } },
    });
    return viewOf({ ...proposal, byName: visitor.name });
  }

  #tryToday({ packed }: HeldCohort, { wards }: StayFilter): WhatIfFigures {
    const shown = reviewPolicyOf(this.#policies.ofWards(wards));
    return tryToday(packed, shown, (ward) => this.#policies.of(ward));
  }

  #aboutOf({ stays, at, packed: { patientDays } }: HeldCohort): ReturnType<typeof aboutOf> {
    return aboutOf(stays, at, {
      patientDays,
      definitions: WHAT_IF_DEFINITIONS,
      endAt: forecastEndAtOf,
    });
  }
}

function wardsOf({ stays }: HeldCohort): ReadonlySet<string> {
  return new Set(stays.flatMap(({ ward }) => ward ?? []));
}

function viewOf({ at, ...proposal }: NamedProposal): Proposal {
  return { ...proposal, at: isoTime(at) };
}

/** The filter as an address has it. */
function textOf(filter: ReviewFilter): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
