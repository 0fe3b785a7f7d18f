import { ConflictException, Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { Explanation } from '@endwatch/contracts';
import { ScoreExplanations } from '../pipeline/explain-score.ts';
import { Allow } from './access/allow.ts';
import { PatientAccess } from './access/patient-access.ts';
import { Who, type Visitor } from './access/visitor.ts';

@Controller('api/patients/:id/scores/:score')
@Allow('patient.read')
export class ExplanationController {
  readonly #explanations: ScoreExplanations;

  readonly #access: PatientAccess;

  constructor(explanations: ScoreExplanations, access: PatientAccess) {
    this.#explanations = explanations;
    this.#access = access;
  }

  @Get('explanation')
  async explanation(
    @Param('id') id: string,
    @Param('score') scoreId: string,
    @Who() visitor: Visitor,
  ): Promise<Explanation> {
    await this.#access.assert(visitor, id);
    const answer = await this.#explanations.of(id, scoreId);
    if (answer.outcome === 'unknown') {
      throw new NotFoundException('There is no such forecast of this patient.');
    }
    if (answer.outcome === 'refused') throw new ConflictException(answer.reason);
    return answer.explanation;
  }
}
