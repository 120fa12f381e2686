"""A signed plan in Word (kế hoạch đã ký) → what it says, each thing with the sentence it came from.

By rules, offline. What the plan does not say stays unsaid: nothing here is invented.
"""
