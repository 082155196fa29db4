export function githubDescription(): string
