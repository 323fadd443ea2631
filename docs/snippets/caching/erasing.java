camelContext.getComponent("leadiq", LeadIQComponent.class).eraseCached("ada@example.com").join(); // how many went
