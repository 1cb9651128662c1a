export async function findPracticeId(slug: string): Promise<string | undefined> {
  return slug;
}
