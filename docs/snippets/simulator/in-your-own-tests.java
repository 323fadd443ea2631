@RegisterExtension
static final LeadIQSimulatorExtension leadiq = new LeadIQSimulatorExtension(
        LeadIQSimulator.builder().credits(100));
