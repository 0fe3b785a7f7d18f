import { ConflictException, Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { Explanation } from '@endwatch/contracts';
import { ScoreExplanations } from '../pipeline/explain-score.ts';

@Controller('api/patients/:id/scores/:score')
export class ExplanationController {
  readonly #explanations: ScoreExplanations;

  constructor(explanations: ScoreExplanations) {
    this.#explanations = explanations;
  }

  @Get('explanation')
  async explanation(
    @Param('id') id: string,
    @Param('score') scoreId: string,
  ): Promise<Explanation> {
    const answer = await this.#explanations.of(id, scoreId);
    if (answer.outcome === 'unknown') {
      throw new NotFoundException('There is no such forecast of this patient.');
    }
    if (answer.outcome === 'refused') throw new ConflictException(answer.reason);
    return answer.explanation;
  }
}
