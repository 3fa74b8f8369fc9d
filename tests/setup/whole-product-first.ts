import { BaseSequencer, type TestSpecification } from 'vitest/node';

const drivesTheProduct = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/');

/** The files that take longest, so that no worker ends with half a minute more than the other; Vitest knows no times in a fresh clone. */
export class WholeProductFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(drivesTheProduct), ...sorted.filter((one) => !drivesTheProduct(one))];
  }
}
