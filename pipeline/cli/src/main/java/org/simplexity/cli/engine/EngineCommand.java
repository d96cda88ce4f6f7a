package org.simplexity.cli.engine;

import picocli.CommandLine.Command;

/** Commands for engines other than the local runner; people do not need them. */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    hidden = true,
    description = "For engines such as Airflow; the contract is in docs/engines.md.",
    subcommands = {
      EngineDescribeCommand.class,
      EnginePlanCommand.class,
      EngineConcludeCommand.class
    })
public final class EngineCommand {}
