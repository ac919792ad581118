"""What happens when a reader does something: read the state, ask, draw. Registered one by one by create_app."""
