print("inclusion-atlas")
